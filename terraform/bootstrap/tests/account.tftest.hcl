# The state, API Gateway's logs, and what a person can't get wrong.

variables {
  environment    = "prod"
  account_id     = "123456789012"
  region         = "af-south-1"
  second_region  = "eu-west-1"
  api_domain     = "api.example.com"
  hosted_zone_id = "Z0123456789"
  mail_identity  = "example.com"
  github         = { owner = "acme", owner_id = "11", repository = "orders", repository_id = "22" }
}

run "the_state_is_safe" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "bbws-terraform-state-prod" && aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "The state bucket has the agreed name and keeps versions."
  }

  assert {
    condition     = alltrue([for block in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] : aws_s3_bucket_public_access_block.state[block]])
    error_message = "The state is not public."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "The state is encrypted."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false" && jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Effect == "Deny"
    error_message = "The state travels by TLS."
  }
}

run "api_gateway_may_log_in_every_region" {
  command = plan

  assert {
    condition     = toset(values(aws_api_gateway_account.logs)[*].region) == toset(["af-south-1", "eu-west-1"])
    error_message = "Each region knows the role."
  }
}

run "what_the_account_has_is_left_alone" {
  command = plan

  variables {
    account_has_github_provider = true
    account_logs_api_gateway    = true
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) + length(aws_api_gateway_account.logs) + length(aws_iam_role.api_gateway) == 0
    error_message = "What exists is not made a second time."
  }
}

run "refuses_unknown_environment" {
  command = plan
  variables { environment = "production" }
  expect_failures = [var.environment]
}

run "refuses_account_of_eleven_digits" {
  command = plan
  variables { account_id = "12345678901" }
  expect_failures = [var.account_id]
}

run "refuses_owner_that_is_no_tag" {
  command = plan
  variables { owner = "orders & co" }
  expect_failures = [var.owner]
}

run "refuses_region_that_is_none" {
  command = plan
  variables { region = "Cape Town" }
  expect_failures = [var.region]
}

run "refuses_second_region_that_is_the_first" {
  command = plan
  variables { second_region = "af-south-1" }
  expect_failures = [var.second_region]
}

run "refuses_repository_with_its_owner" {
  command = plan
  variables { github = { owner = "acme", owner_id = "11", repository = "acme/orders", repository_id = "22" } }
  expect_failures = [var.github]
}

run "refuses_names_for_numbers" {
  command = plan
  variables { github = { owner = "acme", owner_id = "acme", repository = "orders", repository_id = "22" } }
  expect_failures = [var.github]
}

run "refuses_pattern_of_environments" {
  command = plan
  variables { apply_environments = ["*"] }
  expect_failures = [var.apply_environments]
}

run "refuses_plans_of_pull_requests_in_prod" {
  command = plan
  variables { plan_for_pull_requests = true }
  expect_failures = [var.plan_for_pull_requests]
}

run "refuses_address_for_a_domain" {
  command = plan
  variables { api_domain = "https://api.example.com" }
  expect_failures = [var.api_domain]
}

run "refuses_name_of_a_zone_for_its_id" {
  command = plan
  variables { hosted_zone_id = "example.com" }
  expect_failures = [var.hosted_zone_id]
}

run "refuses_every_mail_identity" {
  command = plan
  variables { mail_identity = "*" }
  expect_failures = [var.mail_identity]
}

run "refuses_a_cart_account_that_is_none" {
  command = plan
  variables { cart_account_id = "*" }
  expect_failures = [var.cart_account_id]
}
