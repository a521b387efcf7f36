# Bad values that a person could type are refused: where it is deployed, and what it is made from. tests/variables is the root's variables alone,
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

run "refuses_unknown_environment" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment = "test"
  }

  expect_failures = [var.environment]
}

run "refuses_account_of_eleven_digits" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    account_id = "53658088681"
  }

  expect_failures = [var.account_id]
}

run "refuses_account_with_hyphens" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    account_id = "5365-8088-6816"
  }

  expect_failures = [var.account_id]
}

run "refuses_owner_with_markup" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    owner = "<b>"
  }

  expect_failures = [var.owner]
}

run "refuses_functions_file_that_is_none" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    functions_file = "../package.json"
  }

  expect_failures = [var.functions_file]
}

run "refuses_table_file_that_is_none" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    table_file = "../package.json"
  }

  expect_failures = [var.table_file]
}

run "refuses_openapi_file_that_is_none" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    openapi_file = "../functions/functions.json"
  }

  expect_failures = [var.openapi_file]
}

run "refuses_artifact_that_is_no_zip" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    artifact = "../dist/{function}/index.mjs"
  }

  expect_failures = [var.artifact]
}

run "refuses_buckets_that_go_with_their_objects_in_prod" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    environment         = "prod"
    deletion_protection = true
    force_destroy       = true
    order_update_groups = ["order-admin"]
    waf                 = { requests_per_five_minutes = 2000 }
  }

  expect_failures = [var.force_destroy]
}
