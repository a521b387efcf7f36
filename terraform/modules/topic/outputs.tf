output "arn" {
  description = "ARN of the topic, known before the topic is."
  value       = local.arn
  depends_on  = [aws_sns_topic.events]
}

output "topic" {
  description = "The topic."
  value       = aws_sns_topic.events
}

output "policy" {
  description = "Its policy, in JSON."
  value       = aws_sns_topic_policy.events.policy
}
