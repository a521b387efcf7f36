# Moves status and payment, publishes it; asks which region writes.
data "aws_iam_policy_document" "update" {
  statement {
    sid       = "Read"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]
  }

  statement {
    sid       = "Write"
    actions   = ["dynamodb:UpdateItem"]
    resources = [local.arn.table]

    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = local.writable_keys
    }
  }

  statement {
    sid       = "Publish"
    actions   = ["sns:Publish"]
    resources = [local.arn.topic]
  }
}
