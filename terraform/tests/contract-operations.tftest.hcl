# Bad values that a person could type are refused: how it is watched, kept and paid for. tests/variables is the root's variables alone,
# by symbolic links: without a provider a refusal takes no time.

variables {
  environment    = "dev"
  account_id     = "536580886816"
  primary_region = "eu-west-1"

  first = {
    user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1"
    certificate_arn     = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
    ses_identity_arn    = "arn:aws:ses:eu-west-1:536580886816:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart.bbws.io"
  }

  second = {
    user_pool_arn       = "arn:aws:cognito-idp:af-south-1:536580886816:userpool/af-south-1_Ab1"
    certificate_arn     = "arn:aws:acm:af-south-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
    ses_identity_arn    = "arn:aws:ses:af-south-1:536580886816:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart.bbws.io"
    order_number_letter = "E"
  }

  regions = {
    "eu-west-1" = {
      user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1"
      certificate_arn     = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
      ses_identity_arn    = "arn:aws:ses:eu-west-1:536580886816:identity/kimmyai.io"
      cart_lambda_api_url = "https://cart.bbws.io"
    }
  }

  api_domain      = "api-dev.bbws.io"
  hosted_zone_id  = "Z0123456789ABCDEFGHIJ"
  allowed_origins = ["https://portal.bbws.io"]
  throttle_rate   = 1000
  throttle_burst  = 2000

  customer_portal_url         = "https://portal.bbws.io"
  admin_portal_url            = "https://admin.bbws.io"
  ses_from_address            = "test@kimmyai.io"
  support_email               = "support@kimmyai.io"
  internal_notification_email = "orders@kimmyai.io"

  invoice_supplier = {
    name                = "BBWS"
    address             = ["1 Example Street"]
    vat_number          = "4000000000"
    registration_number = "2000/000000/07"
    bank                = { name = "Bank", branch_code = "000000", account = "000000" }
  }

  point_in_time_recovery_days = 7
  deletion_protection         = false
  log_retention_days          = 30
  alert_emails                = ["on-call@kimmyai.io"]
  monthly_budget_usd          = 500
}

run "refuses_unknown_log_level" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    log_level = "TRACE"
  }

  expect_failures = [var.log_level]
}

run "refuses_canary_of_more_than_half" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 51, minutes = 15 }
  }

  expect_failures = [var.canary]
}

run "refuses_canary_of_nothing" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 0, minutes = 15 }
  }

  expect_failures = [var.canary]
}

run "refuses_canary_of_a_half_percent" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 2.5, minutes = 15 }
  }

  expect_failures = [var.canary]
}

run "refuses_canary_that_ends_before_an_alarm" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 10, minutes = 4 }
  }

  expect_failures = [var.canary]
}

run "refuses_canary_without_end" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 10, minutes = 41 }
  }

  expect_failures = [var.canary]
}

run "takes_the_smallest_and_the_largest_canary" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    canary = { percent = 1, minutes = 40 }
  }

  assert {
    condition     = var.canary.minutes == 40
    error_message = "A canary may take two hours."
  }
}

run "refuses_retention_that_cloudwatch_does_not_know" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    log_retention_days = 31
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_no_days_of_recovery" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    point_in_time_recovery_days = 0
  }

  expect_failures = [var.point_in_time_recovery_days]
}

run "refuses_thirty_six_days_of_recovery" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    point_in_time_recovery_days = 36
  }

  expect_failures = [var.point_in_time_recovery_days]
}

run "refuses_replica_with_fewer_days_of_recovery" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "af-south-1" = var.second }
  }

  expect_failures = [var.point_in_time_recovery_days]
}

run "refuses_prod_without_deletion_protection" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment         = "prod"
    deletion_protection = false
    order_update_groups = ["order-admin"]
    waf                 = { requests_per_five_minutes = 2000 }
  }

  expect_failures = [var.deletion_protection]
}

run "refuses_glacier_after_the_end" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    orders_glacier_after_days = 2557
  }

  expect_failures = [var.orders_glacier_after_days]
}

run "refuses_alarms_that_nobody_hears" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    alert_emails = []
  }

  expect_failures = [var.alert_emails]
}

run "refuses_bad_address_for_alarms" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    alert_emails = ["on-call"]
  }

  expect_failures = [var.alert_emails]
}

run "refuses_budget_of_nothing" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    monthly_budget_usd = 0
  }

  expect_failures = [var.monthly_budget_usd]
}

run "refuses_negative_budget" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    monthly_budget_usd = -1
  }

  expect_failures = [var.monthly_budget_usd]
}

run "refuses_repository_with_a_slash_at_its_end" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    repository_url = "https://github.com/bbws/order-service/"
  }

  expect_failures = [var.repository_url]
}
