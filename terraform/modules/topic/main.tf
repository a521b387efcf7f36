locals {
  arn = "arn:aws:sns:${var.region}:${var.account_id}:${var.name}"
}

resource "aws_sns_topic" "events" {
  region = var.region
  name   = var.name

  # The key that AWS manages for SNS: whoever may publish may use it, and deliveries to the queues need no key.
  kms_master_key_id = "alias/aws/sns"
}

data "aws_iam_policy_document" "topic" {
  # Who may publish is said by the functions' roles; nobody else is let in.
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [local.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic_policy" "events" {
  region = var.region
  arn    = aws_sns_topic.events.arn
  policy = data.aws_iam_policy_document.topic.json
}
