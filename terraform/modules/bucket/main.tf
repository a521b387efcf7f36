# A private bucket: versioned, encrypted, reached by TLS alone, cleaned up by rules.

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:Access logs would hold presigned addresses and tenants' keys; CloudTrail data events say who read what, without them.
  #checkov:skip=CKV_AWS_144:Replication is a module of its own (modules/replication), for it needs both buckets; environments with one region have none.
  #checkov:skip=CKV_AWS_145:Encrypted by SSE-S3. All who may read may decrypt: a customer key would shut nobody out, and cost a call for each object.
  #checkov:skip=CKV2_AWS_62:Nobody waits for events of this bucket.
  region        = var.region
  bucket        = var.name
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket_ownership_controls" "this" {
  region = var.region
  bucket = aws_s3_bucket.this.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  region = var.region
  bucket = aws_s3_bucket.this.bucket

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  region = var.region
  bucket = aws_s3_bucket.this.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  region = var.region
  bucket = aws_s3_bucket.this.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

locals {
  arn = "arn:aws:s3:::${aws_s3_bucket.this.bucket}"
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "DenyOldTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.arn, "${local.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  region = var.region
  bucket = aws_s3_bucket.this.bucket
  policy = data.aws_iam_policy_document.this.json

  # S3 answers 409 when both are put at once.
  depends_on = [aws_s3_bucket_public_access_block.this]
}
