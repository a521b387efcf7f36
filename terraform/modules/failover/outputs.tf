output "health_check_ids" {
  description = "By region: id of its health check. Empty with one region."
  value       = { for name, check in aws_route53_health_check.region : name => check.id }
}
