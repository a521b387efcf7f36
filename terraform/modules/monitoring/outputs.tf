output "alerts_topic_arn" {
  description = "ARN of the topic that alarms publish to."
  value       = module.alerts.arn
}

output "alarm_names" {
  description = "Names of all alarms."
  value       = keys(local.alarms)
}

output "dashboard_name" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "alarms" {
  description = "The alarms, by name."
  value       = aws_cloudwatch_metric_alarm.this
}

output "dashboard" {
  description = "The dashboard."
  value       = aws_cloudwatch_dashboard.this
}
