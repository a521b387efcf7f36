# Claims a mail, sends it, marks it.
data "aws_iam_policy_document" "internal_notify" {
  statement {
    sid       = "Read"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]
  }

  statement {
    sid       = "Write"
    actions   = ["dynamodb:PutItem", "dynamodb:UpdateItem"]
    resources = [local.arn.table]

    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = local.writable_keys
    }
  }

  statement {
    sid       = "ReadTemplates"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn.templates_bucket}/internal/*"]
  }

  # Without it S3 answers 403 for an object that is not there, as if the template were forbidden.
  statement {
    sid       = "TellMissing"
    actions   = ["s3:ListBucket"]
    resources = [local.arn.templates_bucket]
  }

  statement {
    sid       = "SendMail"
    actions   = ["ses:SendEmail"]
    resources = [var.ses_identity_arn, local.arn.configuration_set]

    condition {
      test     = "StringEquals"
      variable = "ses:FromAddress"
      values   = [var.ses_from_address]
    }
  }
}
