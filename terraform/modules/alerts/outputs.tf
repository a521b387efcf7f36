output "arn" {
  description = "ARN of the topic, known before it is made."
  value       = local.arn
  depends_on  = [aws_sns_topic_policy.alerts]
}
