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
