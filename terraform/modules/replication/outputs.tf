output "role_name" {
  description = "Name of the role that S3 copies with."
  value       = aws_iam_role.replication.name
}

output "configuration" {
  description = "What is copied where, and how fast."
  value = {
    bucket = aws_s3_bucket_replication_configuration.this.bucket
    rule   = aws_s3_bucket_replication_configuration.this.rule
  }
}
