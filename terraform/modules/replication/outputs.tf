output "role_name" {
  description = "Name of the role that S3 copies with."
  value       = aws_iam_role.replication.name
}
