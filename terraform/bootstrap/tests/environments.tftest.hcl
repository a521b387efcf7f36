# What requirements.md says of each environment's account, asked of the plan that bootstrap's own var file makes; and that it prepares
# the account for what the service's var file wants.

run "dev" {
  module {
    source = "./tests/tfvars"
  }

  variables {
    environment = "dev"
  }
}

run "dev_is_prepared" {
  command = plan

  variables {
    environment            = run.dev.values.environment
    account_id             = run.dev.values.account_id
    region                 = run.dev.values.region
    second_region          = lookup(run.dev.values, "second_region", null)
    api_domain             = run.dev.values.api_domain
    hosted_zone_id         = run.dev.values.hosted_zone_id
    mail_identity          = run.dev.values.mail_identity
    github                 = run.dev.values.github
    plan_for_pull_requests = lookup(run.dev.values, "plan_for_pull_requests", false)
  }

  # 6: account, region
  assert {
    condition     = var.account_id == "536580886816" && var.region == "eu-west-1" && var.second_region[*] == []
    error_message = "dev lies in account 536580886816, in eu-west-1."
  }

  # No workflow of a pull request plans: whoever can push a branch could change it.
  assert {
    condition     = !strcontains(aws_iam_role.plan.assume_role_policy, "pull_request")
    error_message = "Pull requests get no role in dev."
  }

  # 6: OIDC role
  assert {
    condition     = aws_iam_role.apply.name == "github-2-bbws-order-lambda-dev"
    error_message = "Deployments assume github-2-bbws-order-lambda-dev."
  }

  # 6: state
  assert {
    condition     = [aws_s3_bucket.state.bucket, local.state_key, var.region] == [run.dev.backend.bucket, run.dev.backend.key, run.dev.backend.region]
    error_message = "The state bucket is the one of backends/dev.s3.tfbackend."
  }

  # The service's var file
  assert {
    condition = (
      [var.account_id, var.region, var.api_domain, var.hosted_zone_id] == [run.dev.service.account_id, run.dev.service.primary_region, run.dev.service.api_domain, run.dev.service.hosted_zone_id] &&
      toset(local.regions) == toset(keys(run.dev.service.regions))
    )
    error_message = "bootstrap/dev.tfvars and dev.tfvars speak of the same account, regions, name and zone."
  }

  assert {
    condition     = alltrue([for settings in values(run.dev.service.regions) : endswith(settings.ses_identity_arn, ":identity/${var.mail_identity}")])
    error_message = "bootstrap/dev.tfvars and dev.tfvars speak of the same mail identity."
  }
}

run "sit" {
  module {
    source = "./tests/tfvars"
  }

  variables {
    environment = "sit"
  }
}

run "sit_is_prepared" {
  command = plan

  variables {
    environment            = run.sit.values.environment
    account_id             = run.sit.values.account_id
    region                 = run.sit.values.region
    second_region          = lookup(run.sit.values, "second_region", null)
    api_domain             = run.sit.values.api_domain
    hosted_zone_id         = run.sit.values.hosted_zone_id
    mail_identity          = run.sit.values.mail_identity
    github                 = run.sit.values.github
    plan_for_pull_requests = lookup(run.sit.values, "plan_for_pull_requests", false)
  }

  # 6: account, region
  assert {
    condition     = var.account_id == "815856636111" && var.region == "eu-west-1" && var.second_region[*] == []
    error_message = "sit lies in account 815856636111, in eu-west-1."
  }

  # No workflow of a pull request plans: whoever can push a branch could change it.
  assert {
    condition     = !strcontains(aws_iam_role.plan.assume_role_policy, "pull_request")
    error_message = "Pull requests get no role in sit."
  }

  # 6: OIDC role
  assert {
    condition     = aws_iam_role.apply.name == "github-2-bbws-order-lambda-sit"
    error_message = "Deployments assume github-2-bbws-order-lambda-sit."
  }

  # 6: state
  assert {
    condition     = [aws_s3_bucket.state.bucket, local.state_key, var.region] == [run.sit.backend.bucket, run.sit.backend.key, run.sit.backend.region]
    error_message = "The state bucket is the one of backends/sit.s3.tfbackend."
  }

  # The service's var file
  assert {
    condition = (
      [var.account_id, var.region, var.api_domain, var.hosted_zone_id] == [run.sit.service.account_id, run.sit.service.primary_region, run.sit.service.api_domain, run.sit.service.hosted_zone_id] &&
      toset(local.regions) == toset(keys(run.sit.service.regions))
    )
    error_message = "bootstrap/sit.tfvars and sit.tfvars speak of the same account, regions, name and zone."
  }

  assert {
    condition     = alltrue([for settings in values(run.sit.service.regions) : endswith(settings.ses_identity_arn, ":identity/${var.mail_identity}")])
    error_message = "bootstrap/sit.tfvars and sit.tfvars speak of the same mail identity."
  }
}

run "prod" {
  module {
    source = "./tests/tfvars"
  }

  variables {
    environment = "prod"
  }
}

run "prod_is_prepared" {
  command = plan

  variables {
    environment            = run.prod.values.environment
    account_id             = run.prod.values.account_id
    region                 = run.prod.values.region
    second_region          = lookup(run.prod.values, "second_region", null)
    api_domain             = run.prod.values.api_domain
    hosted_zone_id         = run.prod.values.hosted_zone_id
    mail_identity          = run.prod.values.mail_identity
    github                 = run.prod.values.github
    plan_for_pull_requests = lookup(run.prod.values, "plan_for_pull_requests", false)
  }

  # 6: account, region
  assert {
    condition     = var.account_id == "093646564004" && var.region == "af-south-1" && var.second_region[*] == ["eu-west-1"]
    error_message = "prod lies in account 093646564004, in af-south-1 and eu-west-1."
  }

  # No workflow of a pull request plans: whoever can push a branch could change it.
  assert {
    condition     = !strcontains(aws_iam_role.plan.assume_role_policy, "pull_request")
    error_message = "Pull requests get no role in prod."
  }

  # 6: OIDC role
  assert {
    condition     = aws_iam_role.apply.name == "github-2-bbws-order-lambda-prod"
    error_message = "Deployments assume github-2-bbws-order-lambda-prod."
  }

  # 6: state
  assert {
    condition     = [aws_s3_bucket.state.bucket, local.state_key, var.region] == [run.prod.backend.bucket, run.prod.backend.key, run.prod.backend.region]
    error_message = "The state bucket is the one of backends/prod.s3.tfbackend."
  }

  # The service's var file
  assert {
    condition = (
      [var.account_id, var.region, var.api_domain, var.hosted_zone_id] == [run.prod.service.account_id, run.prod.service.primary_region, run.prod.service.api_domain, run.prod.service.hosted_zone_id] &&
      toset(local.regions) == toset(keys(run.prod.service.regions))
    )
    error_message = "bootstrap/prod.tfvars and prod.tfvars speak of the same account, regions, name and zone."
  }

  assert {
    condition     = alltrue([for settings in values(run.prod.service.regions) : endswith(settings.ses_identity_arn, ":identity/${var.mail_identity}")])
    error_message = "bootstrap/prod.tfvars and prod.tfvars speak of the same mail identity."
  }
}
