# Bad values that a person could type are refused: the API. tests/variables is the root's variables alone,
# by symbolic links: without a provider a refusal takes no time.

variables {
  environment    = "dev"
  account_id     = "536580886816"
  primary_region = "eu-west-1"

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

run "takes_groups_for_some_statuses" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    order_update_groups = ["order-admin", "finance:paid|refunded"]
  }
}

run "takes_origins_of_developers_in_dev" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    allowed_origins = ["*", "http://localhost:3000"]
  }
}

run "refuses_api_domain_with_https" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    api_domain = "https://api-dev.bbws.io"
  }

  expect_failures = [var.api_domain]
}

run "refuses_api_domain_with_a_path" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    api_domain = "api-dev.bbws.io/v1.0"
  }

  expect_failures = [var.api_domain]
}

run "refuses_unknown_domain_mode" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    domain_mode = "borrowed"
    base_path   = null
  }

  expect_failures = [var.domain_mode]
}

run "refuses_shared_domain_without_base_path" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    domain_mode = "shared"
  }

  expect_failures = [var.base_path]
}

run "refuses_base_path_on_an_owned_domain" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    base_path = "orders"
  }

  expect_failures = [var.base_path]
}

run "refuses_base_path_of_two_segments" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    domain_mode = "shared"
    base_path   = "orders/v1"
  }

  expect_failures = [var.base_path]
}

run "refuses_name_of_a_zone_for_its_id" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    hosted_zone_id = "bbws.io"
  }

  expect_failures = [var.hosted_zone_id]
}

run "refuses_owned_domain_without_zone" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    hosted_zone_id = null
  }

  expect_failures = [var.hosted_zone_id]
}

run "refuses_old_tls" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    tls_policy = "TLS_1_0"
  }

  expect_failures = [var.tls_policy]
}

run "refuses_no_origin" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    allowed_origins = []
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_origin_with_a_slash_at_its_end" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    allowed_origins = ["https://portal.bbws.io/"]
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_origin_with_a_quote" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    allowed_origins = ["https://portal.bbws.io'"]
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_origin_without_scheme" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    allowed_origins = ["portal.bbws.io"]
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_every_origin_in_prod" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment         = "prod"
    deletion_protection = true
    order_update_groups = ["order-admin"]
    waf                 = { requests_per_five_minutes = 2000 }
    allowed_origins     = ["*"]
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_origin_without_tls_in_prod" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment         = "prod"
    deletion_protection = true
    order_update_groups = ["order-admin"]
    waf                 = { requests_per_five_minutes = 2000 }
    allowed_origins     = ["http://portal.bbws.io"]
  }

  expect_failures = [var.allowed_origins]
}

run "refuses_rate_of_nothing" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    throttle_rate = 0
  }

  expect_failures = [var.throttle_rate]
}

run "refuses_burst_of_nothing" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    throttle_burst = 0
  }

  expect_failures = [var.throttle_burst]
}

# As AWS's own quotas have them.
run "takes_a_burst_below_the_rate" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    throttle_rate  = 2500
    throttle_burst = 1250
  }
}

run "refuses_burst_of_a_fraction" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    throttle_burst = 2000.5
  }

  expect_failures = [var.throttle_burst]
}

run "refuses_firewall_that_blocks_everybody" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    waf = { requests_per_five_minutes = 0 }
  }

  expect_failures = [var.waf]
}

run "refuses_sit_without_firewall" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment = "sit"
  }

  expect_failures = [var.waf]
}

run "refuses_group_with_an_unknown_status" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    order_update_groups = ["finance:payed"]
  }

  expect_failures = [var.order_update_groups]
}

run "refuses_group_with_a_comma" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    order_update_groups = ["finance,order-admin"]
  }

  expect_failures = [var.order_update_groups]
}

run "refuses_prod_in_which_everybody_sets_every_status" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment         = "prod"
    deletion_protection = true
    order_update_groups = []
    waf                 = { requests_per_five_minutes = 2000 }
  }

  expect_failures = [var.order_update_groups]
}
