# What every bucket is, and what a person can't get wrong.

provider "aws" {
  region = "eu-west-1"
}

variables {
  region          = "af-south-1"
  name            = "bbws-orders-test"
  noncurrent_days = 30
}

run "every_bucket_is_closed" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "All four blocks of public access are on."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "No ACL has any meaning."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "The bucket is versioned."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Objects are encrypted."
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy == false
    error_message = "A bucket with objects is not destroyed."
  }
}

run "the_policy_denies_what_is_not_tls" {
  command = plan

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : alltrue([
        statement.Effect == "Deny",
        statement.Principal == "*",
        statement.Action == "s3:*",
        toset(statement.Resource) == toset(["arn:aws:s3:::bbws-orders-test", "arn:aws:s3:::bbws-orders-test/*"]),
      ])
    ])
    error_message = "The policy only denies, to everybody, everything."
  }

  assert {
    condition = toset([for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : jsonencode(statement.Condition)]) == toset([
      jsonencode({ Bool = { "aws:SecureTransport" = "false" } }),
      jsonencode({ NumericLessThan = { "s3:TlsVersion" = "1.2" } }),
    ])
    error_message = "Requests without TLS are denied, and with TLS before 1.2."
  }
}

run "everything_lies_in_the_region" {
  command = plan

  assert {
    condition = toset([
      aws_s3_bucket.this.region,
      aws_s3_bucket_lifecycle_configuration.this.region,
      aws_s3_bucket_ownership_controls.this.region,
      aws_s3_bucket_policy.this.region,
      aws_s3_bucket_public_access_block.this.region,
      aws_s3_bucket_server_side_encryption_configuration.this.region,
      aws_s3_bucket_versioning.this.region,
    ]) == toset(["af-south-1"])
    error_message = "The bucket and its settings lie in the region that was asked for."
  }
}

run "nothing_expires_unless_asked" {
  command = plan

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[*].id == tolist(["abort-multipart-uploads", "delete-old-versions"])
    error_message = "Only fragments and old versions are cleaned up."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].abort_incomplete_multipart_upload[0].days_after_initiation == 7
    error_message = "Fragments of uploads go after a week."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[1].noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "Old versions go after the days asked for."
  }
}

run "orders_are_archived_then_deleted" {
  command = plan

  variables {
    expire_after_days  = 2557
    glacier_after_days = 730
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.expiration[0].days if rule.id == "expire"] == [2557]
    error_message = "Objects are deleted after the days asked for."
  }

  assert {
    condition = [
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : [one(rule.transition).days, one(rule.transition).storage_class, rule.filter[0].object_size_greater_than]
      if rule.id == "archive"
    ] == [[730, "GLACIER_IR", 1]]
    error_message = "Objects of every size move to Glacier Instant Retrieval after the days asked for."
  }
}

run "a_region_is_one" {
  command = plan
  variables { region = "Cape Town" }
  expect_failures = [var.region]
}

run "a_name_is_one_of_s3" {
  command = plan
  variables { name = "BBWS_Orders" }
  expect_failures = [var.name]
}

run "a_name_leaves_room_for_a_role" {
  command = plan
  variables { name = "bbws-orders-bbws-orders-bbws-orders-bbws-orders-bbws-orders" }
  expect_failures = [var.name]
}

run "expiry_is_whole_days" {
  command = plan
  variables { expire_after_days = 0 }
  expect_failures = [var.expire_after_days]
}

run "archiving_is_whole_days" {
  command = plan
  variables { glacier_after_days = 1.5 }
  expect_failures = [var.glacier_after_days]
}

run "archiving_shortly_before_expiry_is_refused" {
  command = plan
  variables {
    expire_after_days  = 100
    glacier_after_days = 30
  }
  expect_failures = [var.glacier_after_days]
}

run "old_versions_are_kept_for_a_day_at_least" {
  command = plan
  variables { noncurrent_days = 0 }
  expect_failures = [var.noncurrent_days]
}
