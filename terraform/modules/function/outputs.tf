output "name" {
  description = "Name of the function, known before the function is."
  value       = var.name
  depends_on  = [aws_lambda_function.function]
}

output "alias_name" {
  description = "Name of the alias that everything invokes."
  value       = local.alias_name
  depends_on  = [aws_lambda_alias.live]
}

output "alias_arn" {
  description = "ARN of the alias, known before the alias is."
  value       = local.alias_arn
  depends_on  = [aws_lambda_alias.live]
}

output "role_name" {
  description = "Name of its execution role, known before the role is."
  value       = var.role_name
  depends_on  = [aws_iam_role.function]
}

output "function" {
  description = "The function."
  value       = aws_lambda_function.function
}

output "alias" {
  description = "The alias that everything invokes."
  value       = aws_lambda_alias.live
}

output "keeps_live_version" {
  description = "Whether the alias stays where it is when there is a new version."
  value       = var.keep_live_version
}

output "role" {
  description = "Its execution role."
  value       = aws_iam_role.function
}

output "policies" {
  description = "What its role may do, in JSON: `platform`, and `calls` when its code makes any. A consumer's role has a third one."
  value       = { for policy in concat([aws_iam_role_policy.platform], aws_iam_role_policy.calls) : policy.name => policy.policy }
}

output "log_group" {
  description = "Its log group."
  value       = aws_cloudwatch_log_group.function
}
