locals {
  queue_arn             = "arn:aws:sqs:${var.region}:${var.account_id}:${var.queue_name}"
  dead_letter_queue_arn = "arn:aws:sqs:${var.region}:${var.account_id}:${var.dead_letter_queue_name}"

  visibility_seconds = var.queues.visibilityTimeoutPerFunctionTimeout * var.function_timeout_seconds + var.trigger.batchWindowSeconds
  day                = 86400
}

resource "aws_sqs_queue" "main" {
  region = var.region
  name   = var.queue_name

  visibility_timeout_seconds = local.visibility_seconds
  message_retention_seconds  = var.queues.retentionDays * local.day
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = local.dead_letter_queue_arn
    maxReceiveCount     = var.queues.maxReceiveCount
  })

  lifecycle {
    precondition {
      condition     = local.visibility_seconds >= 6 * var.function_timeout_seconds + var.trigger.batchWindowSeconds
      error_message = "${var.queue_name}: a message must stay invisible for six time-outs of its function and the batch window, or it is worked on twice at once. Raise visibilityTimeoutPerFunctionTimeout of functions.json to 6."
    }

    precondition {
      condition     = local.visibility_seconds <= 43200
      error_message = "${var.queue_name}: a visibility time-out has at most 12 hours, this one ${local.visibility_seconds} s. Lower timeoutSeconds or visibilityTimeoutPerFunctionTimeout in functions.json."
    }

    precondition {
      condition     = var.queues.deadLetterRetentionDays > var.queues.retentionDays
      error_message = "${var.queue_name}: a dead letter keeps the age it had in its queue, so its queue must keep longer. Raise deadLetterRetentionDays of functions.json above retentionDays."
    }

    # A function that times out every time is the slowest way to the last attempt.
    precondition {
      condition     = local.visibility_seconds * var.queues.maxReceiveCount <= var.queues.retentionDays * local.day
      error_message = "${var.queue_name}: with ${var.queues.maxReceiveCount} attempts of up to ${local.visibility_seconds} s a message would be lost to age before its last one. Lower maxReceiveCount of functions.json, or raise retentionDays."
    }
  }

  depends_on = [aws_sqs_queue.dead_letter]
}

resource "aws_sqs_queue" "dead_letter" {
  region = var.region
  name   = var.dead_letter_queue_name

  message_retention_seconds = var.queues.deadLetterRetentionDays * local.day
  receive_wait_time_seconds = 20
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letter" {
  region    = var.region
  queue_url = aws_sqs_queue.dead_letter.url

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [local.queue_arn]
  })

  depends_on = [aws_sqs_queue.main]
}

# Deliveries that SNS gives up on land beside the messages that the function gave up on.
resource "aws_sns_topic_subscription" "queue" {
  region = var.region

  topic_arn            = var.topic_arn
  protocol             = "sqs"
  endpoint             = local.queue_arn
  raw_message_delivery = true
  filter_policy_scope  = "MessageAttributes"
  filter_policy        = jsonencode({ eventType = var.trigger.eventTypes })
  redrive_policy       = jsonencode({ deadLetterTargetArn = local.dead_letter_queue_arn })

  # A subscription that delivers before it may loses its first messages.
  depends_on = [aws_sqs_queue_policy.main, aws_sqs_queue_policy.dead_letter]
}

resource "aws_lambda_event_source_mapping" "queue" {
  region = var.region

  event_source_arn                   = local.queue_arn
  function_name                      = var.alias_arn
  batch_size                         = var.trigger.batchSize
  maximum_batching_window_in_seconds = var.trigger.batchWindowSeconds
  function_response_types            = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = var.trigger.maximumConcurrency
  }

  # Lambda asks whether the role may receive before it makes a mapping.
  depends_on = [aws_sqs_queue.main, aws_iam_role_policy.queue]
}
