output "name" {
  description = "Name of the bucket, known before it is made."
  value       = aws_s3_bucket.this.bucket
}

output "arn" {
  description = "ARN of the bucket, known before it is made."
  value       = local.arn
}

output "region" {
  description = "Region that the bucket lies in."
  value       = var.region
}

output "versioned_name" {
  description = "The name again, for what needs the bucket to be versioned already: replication."
  value       = aws_s3_bucket_versioning.this.bucket
}

output "settings" {
  description = "How the bucket is kept: who may reach it, versions, encryption, what becomes of objects."
  value = {
    public_access_block = aws_s3_bucket_public_access_block.this
    policy              = aws_s3_bucket_policy.this.policy
    versioning          = one(aws_s3_bucket_versioning.this.versioning_configuration).status
    encryption          = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm
    lifecycle_rules     = aws_s3_bucket_lifecycle_configuration.this.rule
    force_destroy       = aws_s3_bucket.this.force_destroy
  }
}
