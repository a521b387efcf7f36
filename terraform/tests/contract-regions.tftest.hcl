# Bad values that a person could type are refused: regions, and what others own there. tests/variables is the root's variables alone,
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

run "takes_one_region" {
  command = plan

  module {
    source = "./tests/variables"
  }
}

run "takes_two_regions_with_a_letter_for_the_second" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions                     = { "eu-west-1" = var.first, "af-south-1" = var.second }
    point_in_time_recovery_days = 35
  }
}

run "takes_a_shared_domain_without_certificate_and_zone" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    domain_mode    = "shared"
    base_path      = "orders"
    hosted_zone_id = null
    regions        = { "eu-west-1" = merge(var.first, { certificate_arn = null }) }
  }
}

run "takes_a_signed_cart_api_behind_api_gateway" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:execute-api"
    regions             = { "eu-west-1" = merge(var.first, { cart_api_arn = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/carts/*" }) }
  }
}

run "takes_a_signed_cart_api_behind_a_function_url" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:lambda"
    regions             = { "eu-west-1" = merge(var.first, { cart_api_arn = "arn:aws:lambda:eu-west-1:536580886816:function:cart" }) }
  }
}

run "refuses_primary_region_that_is_no_key_of_regions" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    primary_region = "af-south-1"
  }

  expect_failures = [var.primary_region]
}

run "refuses_region_that_is_none" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "xx-west-1" = merge(var.second, { certificate_arn = replace(var.second.certificate_arn, "af-south-1", "xx-west-1"), ses_identity_arn = replace(var.second.ses_identity_arn, "af-south-1", "xx-west-1") }) }
  }

  expect_failures = [var.regions]
}

run "refuses_availability_zone_for_a_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "eu-west-1a" = merge(var.second, { certificate_arn = replace(var.second.certificate_arn, "af-south-1", "eu-west-1a"), ses_identity_arn = replace(var.second.ses_identity_arn, "af-south-1", "eu-west-1a") }) }
  }

  expect_failures = [var.regions]
}

run "refuses_no_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions        = {}
    primary_region = "eu-west-1"
  }

  expect_failures = [var.regions]
}

run "refuses_three_regions" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "af-south-1" = var.second, "us-east-1" = merge(var.first, { order_number_letter = "F" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_user_pool_arn_of_an_identity_pool" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { user_pool_arn = "arn:aws:cognito-identity:eu-west-1:536580886816:identitypool/eu-west-1:1" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_user_pool_id_for_its_arn" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { user_pool_arn = "eu-west-1_Ab1" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_certificate_of_iam" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { certificate_arn = "arn:aws:iam::536580886816:server-certificate/api" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_certificate_of_another_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { certificate_arn = "arn:aws:acm:us-east-1:536580886816:certificate/00000000-0000-0000-0000-000000000000" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_owned_domain_without_certificate" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { certificate_arn = null }) }
  }

  expect_failures = [var.regions]
}

run "refuses_ses_identity_of_another_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { ses_identity_arn = "arn:aws:ses:us-east-1:536580886816:identity/kimmyai.io" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_ses_configuration_set_for_an_identity" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { ses_identity_arn = "arn:aws:ses:eu-west-1:536580886816:configuration-set/mail" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_wildcard_for_an_identity" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { ses_identity_arn = "arn:aws:ses:eu-west-1:536580886816:identity/*" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_cart_api_without_https" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { cart_lambda_api_url = "http://cart.bbws.io" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_cart_api_with_a_query" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { cart_lambda_api_url = "https://cart.bbws.io?a=b" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_signed_requests_to_an_unnamed_cart_api" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:execute-api"
  }

  expect_failures = [var.regions]
}

run "refuses_function_of_the_cart_api_under_execute_api" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:execute-api"
    regions             = { "eu-west-1" = merge(var.first, { cart_api_arn = "arn:aws:lambda:eu-west-1:536580886816:function:cart" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_api_gateway_of_the_cart_api_under_lambda" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:lambda"
    regions             = { "eu-west-1" = merge(var.first, { cart_api_arn = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/carts/*" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_signed_cart_api_of_another_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    cart_authentication = "sigv4:lambda"
    regions             = { "eu-west-1" = merge(var.first, { cart_api_arn = "arn:aws:lambda:us-east-1:536580886816:function:cart" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_letter_in_lower_case" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "af-south-1" = merge(var.second, { order_number_letter = "e" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_letter_that_is_a_digit" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "af-south-1" = merge(var.second, { order_number_letter = "1" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_two_regions_with_the_same_letter" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = var.first, "af-south-1" = merge(var.second, { order_number_letter = "" }) }
  }

  expect_failures = [var.regions]
}

run "refuses_letter_in_the_primary_region" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    regions = { "eu-west-1" = merge(var.first, { order_number_letter = "E" }) }
  }

  expect_failures = [var.primary_region]
}

run "refuses_shared_domain_with_two_regions" {
  command = plan

  module {
    source = "./tests/variables"
  }

  variables {
    domain_mode                 = "shared"
    base_path                   = "orders"
    regions                     = { "eu-west-1" = var.first, "af-south-1" = var.second }
    point_in_time_recovery_days = 35
  }

  expect_failures = [var.regions]
}
