output "apply_role_arn" {
  description = "What deployment workflows assume: aws-actions/configure-aws-credentials, role-to-assume."
  value       = aws_iam_role.apply.arn
}

output "plan_role_arn" {
  description = "What planning workflows assume."
  value       = aws_iam_role.plan.arn
}

output "state_bucket" {
  description = "Where the state lies."
  value       = aws_s3_bucket.state.bucket
}

output "github_environments" {
  description = "Environments that the repository needs: those that deploy, with reviewers, and those that plan, without."
  value       = { apply = local.apply_environments, plan = local.plan_environments }
}
