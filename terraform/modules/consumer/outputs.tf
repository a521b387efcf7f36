output "queue" {
  description = "The queue."
  value       = aws_sqs_queue.main
}

output "dead_letter_queue" {
  description = "Its dead-letter queue."
  value       = aws_sqs_queue.dead_letter
}

output "redrive_allow_policy" {
  description = "Whose dead letters the dead-letter queue takes, in JSON."
  value       = aws_sqs_queue_redrive_allow_policy.dead_letter.redrive_allow_policy
}

output "policies" {
  description = "Policies of queue and dead-letter queue, and what the function's role may do with them, in JSON."
  value = {
    queue             = aws_sqs_queue_policy.main.policy
    dead_letter_queue = aws_sqs_queue_policy.dead_letter.policy
    role              = aws_iam_role_policy.queue.policy
  }
}

output "subscription" {
  description = "What of the topic reaches the queue."
  value       = aws_sns_topic_subscription.queue
}

output "mapping" {
  description = "How the function reads the queue."
  value       = aws_lambda_event_source_mapping.queue
}
