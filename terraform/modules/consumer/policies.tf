# Both queues take messages from the topic, and from nobody else outside the account's own roles. A Deny for other senders would
# shut out the function, which puts messages aside itself, and the operators who send them back.
data "aws_iam_policy_document" "fed_by_topic" {
  for_each = {
    main        = local.queue_arn
    dead_letter = local.dead_letter_queue_arn
  }

  statement {
    sid       = "TopicSends"
    actions   = ["sqs:SendMessage"]
    resources = [each.value]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [var.topic_arn]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [each.value]

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

resource "aws_sqs_queue_policy" "main" {
  region    = var.region
  queue_url = aws_sqs_queue.main.url
  policy    = data.aws_iam_policy_document.fed_by_topic["main"].json
}

resource "aws_sqs_queue_policy" "dead_letter" {
  region    = var.region
  queue_url = aws_sqs_queue.dead_letter.url
  policy    = data.aws_iam_policy_document.fed_by_topic["dead_letter"].json
}

# What the poller does in the function's name, and what packages/lambda/src/queue.ts does.
data "aws_iam_policy_document" "role" {
  statement {
    sid       = "ReadQueue"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [local.queue_arn]
  }

  statement {
    sid       = "PutOff"
    actions   = ["sqs:ChangeMessageVisibility"]
    resources = [local.queue_arn]
  }

  statement {
    sid       = "PutAside"
    actions   = ["sqs:SendMessage"]
    resources = [local.dead_letter_queue_arn]
  }
}

resource "aws_iam_role_policy" "queue" {
  name   = "queue"
  role   = var.role_name
  policy = data.aws_iam_policy_document.role.json
}
