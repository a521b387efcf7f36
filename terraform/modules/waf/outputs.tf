output "web_acl" {
  description = "The web ACL."
  value       = aws_wafv2_web_acl.api
}

output "logging" {
  description = "What of requests is logged."
  value       = aws_wafv2_web_acl_logging_configuration.api
}

output "log_group" {
  description = "Where."
  value       = aws_cloudwatch_log_group.waf
}
