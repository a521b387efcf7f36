# Stores an invoice and notes it on its order; reads the logo.
data "aws_iam_policy_document" "pdf" {
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
    sid       = "StoreInvoice"
    actions   = ["s3:PutObject"]
    resources = ["${local.arn.orders_bucket}/*/orders/*"]
  }

  statement {
    sid       = "ReadLogo"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn.templates_bucket}/branding/logo.png"]
  }

  # Without it S3 answers 403 for an object that is not there, as if the logo were forbidden.
  statement {
    sid       = "TellMissing"
    actions   = ["s3:ListBucket"]
    resources = [local.arn.templates_bucket]
  }
}
