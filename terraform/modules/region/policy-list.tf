# A page of orders, by date or by status.
data "aws_iam_policy_document" "list" {
  statement {
    sid       = "List"
    actions   = ["dynamodb:Query"]
    resources = ["${local.arn.table}/index/OrdersByDateIndex", "${local.arn.table}/index/OrdersByStatusIndex"]
  }
}
