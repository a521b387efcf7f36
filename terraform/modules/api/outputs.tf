output "api_name" {
  description = "Name of the API, as metrics have it."
  value       = var.name
}

output "stage_name" {
  description = "Name of the stage, as metrics have it."
  value       = local.stage_name
}

output "stage_arn" {
  description = "ARN of the stage."
  value       = aws_api_gateway_stage.live.arn
}

output "execution_arn" {
  description = "What the ARNs of its methods begin with."
  value       = aws_api_gateway_rest_api.orders.execution_arn
}

output "regional_domain_name" {
  description = "Where a record for the API's name points; null in mode shared."
  value       = try(aws_api_gateway_domain_name.owned["public"].regional_domain_name, null)
}

output "regional_zone_id" {
  description = "Zone of regional_domain_name; null in mode shared."
  value       = try(aws_api_gateway_domain_name.owned["public"].regional_zone_id, null)
}

output "health_name" {
  description = "The region's own name; null when it has none."
  value       = var.domain.mode == "shared" ? null : var.domain.regional_name
}

output "health_domain_name" {
  description = "Where a record for the region's own name points; null when it has none."
  value       = try(aws_api_gateway_domain_name.owned["regional"].regional_domain_name, null)
}

output "health_zone_id" {
  description = "Zone of health_domain_name; null when there is none."
  value       = try(aws_api_gateway_domain_name.owned["regional"].regional_zone_id, null)
}

output "throttled_answer" {
  description = "What the gateway tells who asks too often, without what differs from request to request."
  value       = local.throttled_answer
}

output "api" {
  description = "The API."
  value       = aws_api_gateway_rest_api.orders
}

output "stage" {
  description = "Its stage."
  value       = aws_api_gateway_stage.live
}

output "settings" {
  description = "Limits, metrics and logs of all its methods."
  value       = one(aws_api_gateway_method_settings.all.settings)
}

output "access_log" {
  description = "Group of its access log."
  value       = aws_cloudwatch_log_group.access
}

output "domains" {
  description = "The names that are its own, and the oldest TLS that they take."
  value = {
    for key, domain in aws_api_gateway_domain_name.owned :
    key => { domain_name = domain.domain_name, security_policy = domain.security_policy }
  }
}

output "base_paths" {
  description = "Where on which name it lies; null for the whole name."
  value = {
    for mapping in concat(values(aws_api_gateway_base_path_mapping.owned), aws_api_gateway_base_path_mapping.shared) :
    mapping.domain_name => mapping.base_path
  }
}

output "permissions" {
  description = "Which function each route may invoke, by operation."
  value       = aws_lambda_permission.route
}
