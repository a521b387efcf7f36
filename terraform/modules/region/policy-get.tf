# Reads an order by tenant or, for order-admin, by id; signs the address of its invoice, which works only if its signer may read it.
data "aws_iam_policy_document" "get" {
  statement {
    sid       = "Read"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]
  }

  statement {
    sid       = "FindById"
    actions   = ["dynamodb:Query"]
    resources = ["${local.arn.table}/index/OrderByIdIndex"]
  }

  statement {
    sid       = "SignInvoice"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn.orders_bucket}/*/orders/*"]
  }
}
