output "rule" {
  description = "The rule."
  value       = aws_cloudwatch_event_rule.schedule
}

output "target" {
  description = "What the rule invokes."
  value       = aws_cloudwatch_event_target.function
}

output "retries" {
  description = "How often an invocation that failed is tried again."
  value       = aws_lambda_function_event_invoke_config.function.maximum_retry_attempts
}

output "permission" {
  description = "What lets the rule invoke it."
  value       = aws_lambda_permission.schedule
}
