# Bad values that a person could type are refused: what the functions need to know of the business. tests/variables is the root's variables alone,
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

  supplier = {
    name                = "BBWS"
    address             = ["1 Example Street"]
    vat_number          = "4000000000"
    registration_number = "2000/000000/07"
    bank                = { name = "Bank", branch_code = "000000", account = "000000" }
  }

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

run "refuses_offset_for_a_time_zone" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    business_time_zone = "+02:00"
  }

  expect_failures = [var.business_time_zone]
}

run "refuses_unknown_cart_authentication" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "basic"
  }

  expect_failures = [var.cart_authentication]
}

run "refuses_customer_portal_without_https" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    customer_portal_url = "http://portal.bbws.io"
  }

  expect_failures = [var.customer_portal_url]
}

run "refuses_admin_portal_without_https" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    admin_portal_url = "admin.bbws.io"
  }

  expect_failures = [var.admin_portal_url]
}

run "refuses_sender_with_a_display_name" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    ses_from_address = "BBWS test@kimmyai.io"
  }

  expect_failures = [var.ses_from_address]
}

run "refuses_sender_of_another_domain" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    ses_from_address = "test@example.com"
  }

  expect_failures = [var.ses_from_address]
}

run "refuses_sender_of_a_domain_that_ends_alike" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    ses_from_address = "test@evilkimmyai.io"
  }

  expect_failures = [var.ses_from_address]
}

run "refuses_support_address_that_is_none" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    support_email = "support"
  }

  expect_failures = [var.support_email]
}

run "refuses_two_addresses_for_the_team" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    internal_notification_email = "a@kimmyai.io,b@kimmyai.io"
  }

  expect_failures = [var.internal_notification_email]
}

run "refuses_supplier_without_name" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { name = " " })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_supplier_with_a_line_break" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { address = ["1 Example Street\nCape Town"] })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_supplier_without_address" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { address = [] })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_vat_number_of_nine_digits" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { vat_number = "400000000" })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_supplier_without_registration_number" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { registration_number = "" })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_branch_code_of_five_digits" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { bank = { name = "Bank", branch_code = "00000", account = "000000" } })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_supplier_with_a_bad_address" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { email = "accounts" })
  }

  expect_failures = [var.invoice_supplier]
}

run "refuses_terms_that_leave_no_room" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    invoice_supplier = merge(var.supplier, { terms = join("", [for n in range(401) : "x"]) })
  }

  expect_failures = [var.invoice_supplier]
}
