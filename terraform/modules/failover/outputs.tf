output "health_check_ids" {
  description = "By region: id of its health check. Empty with one region."
  value       = { for name, check in aws_route53_health_check.region : name => check.id }
}

output "health_checks" {
  description = "By region: its health check. Empty with one region."
  value       = aws_route53_health_check.region
}

output "records" {
  description = "By region: its record on the public name."
  value       = aws_route53_record.public
}
