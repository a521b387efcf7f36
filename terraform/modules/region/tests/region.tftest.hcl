provider "aws" {
  region = "eu-west-1"
}

variables {
  region          = "eu-west-1"
  primary_region  = "eu-west-1"
  replica_regions = []
  name_suffix     = ""
  account_id      = "536580886816"
  environment     = "dev"

  functions_file = jsondecode(file("../../../functions/functions.json"))
  openapi_file   = "../../../packages/api/openapi.json"
  artifact       = "../../tests/fixtures/function.zip"
  table_name     = "orders"

  user_pool_arns      = ["arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1"]
  ses_identity_arn    = "arn:aws:ses:eu-west-1:536580886816:identity/kimmyai.io"
  cart_lambda_api_url = "https://cart.bbws.io"
  cart_api_arn        = null
  cart_authentication = "none"
  order_number_letter = ""

  business_time_zone          = "Africa/Johannesburg"
  customer_portal_url         = "https://portal.bbws.io"
  admin_portal_url            = "https://admin.bbws.io"
  ses_from_address            = "test@kimmyai.io"
  support_email               = "support@kimmyai.io"
  internal_notification_email = "orders@kimmyai.io"
  order_update_groups         = ["order-admin", "finance:paid|refunded"]

  invoice_supplier = {
    name                = "BBWS"
    address             = ["1 Example Street", "Cape Town"]
    vat_number          = "4000000000"
    registration_number = "2000/000000/07"
    bank                = { name = "Bank", branch_code = "000000", account = "000000" }
  }

  allowed_origins = ["https://portal.bbws.io", "http://localhost:3000"]
  throttle_rate   = 1000
  throttle_burst  = 2000
  waf             = null

  api_domain = {
    mode            = "owned"
    name            = "api.bbws.io"
    certificate_arn = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
    tls_policy      = "TLS_1_2"
  }

  canary                    = null
  log_level                 = "INFO"
  log_retention_days        = 30
  enable_xray               = false
  orders_glacier_after_days = null
  force_destroy             = true
  alert_emails              = ["on-call@kimmyai.io"]
  repository_url            = "https://github.com/bbws/order-service"
}

run "gives_each_function_its_calls_and_its_variables" {
  command = plan

  # service:Call resource, without what all ARNs begin with.
  assert {
    condition = {
      for name, policy in local.policies : name => join(", ", flatten([
        for s in jsondecode(policy).Statement : [
          for action in sort(flatten([s.Action])) : [
            for resource in sort(flatten([s.Resource])) : "${action} ${replace(resource, "/^arn:aws:[a-z0-9]+:[a-z0-9-]*:[0-9]*:/", "")}"
          ]
        ]
      ])) if contains(["create", "get", "list", "update", "record-creator", "pdf", "internal-notify", "customer-confirm", "sweeper"], name)
      } == {
      create           = "dynamodb:GetItem table/orders, dynamodb:PutItem table/orders, dynamodb:UpdateItem table/orders, sns:Publish bbws-order-events-dev"
      get              = "dynamodb:GetItem table/orders, dynamodb:Query table/orders/index/OrderByIdIndex, s3:GetObject bbws-orders-dev/*/orders/*"
      list             = "dynamodb:Query table/orders/index/OrdersByDateIndex, dynamodb:Query table/orders/index/OrdersByStatusIndex"
      update           = "dynamodb:GetItem table/orders, dynamodb:UpdateItem table/orders, sns:Publish bbws-order-events-dev"
      record-creator   = "dynamodb:GetItem table/orders, dynamodb:UpdateItem table/orders, sns:Publish bbws-order-events-dev"
      pdf              = "dynamodb:GetItem table/orders, dynamodb:UpdateItem table/orders, s3:PutObject bbws-orders-dev/*/orders/*, s3:GetObject bbws-email-templates-dev/branding/logo.png, s3:ListBucket bbws-email-templates-dev"
      internal-notify  = "dynamodb:GetItem table/orders, dynamodb:PutItem table/orders, dynamodb:UpdateItem table/orders, s3:GetObject bbws-email-templates-dev/internal/*, s3:ListBucket bbws-email-templates-dev, ses:SendEmail configuration-set/bbws-order-mail-dev, ses:SendEmail identity/kimmyai.io"
      customer-confirm = "dynamodb:GetItem table/orders, dynamodb:PutItem table/orders, dynamodb:UpdateItem table/orders, s3:GetObject bbws-email-templates-dev/customer/*, s3:ListBucket bbws-email-templates-dev, ses:SendEmail configuration-set/bbws-order-mail-dev, ses:SendEmail identity/kimmyai.io"
      sweeper          = "dynamodb:Query table/orders/index/OutboxIndex, dynamodb:GetItem table/orders, dynamodb:UpdateItem table/orders, sns:Publish bbws-order-events-dev"
    }
    error_message = "A policy says more or less than its function does."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(local.policies) : [
        for s in jsondecode(policy).Statement : try(s.Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"], "") == "TENANT#*"
        if length(setintersection(flatten([s.Action]), ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"])) > 0
      ]
    ]))
    error_message = "Functions write orders and what belongs to them, never which region writes."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(local.policies) : [
        for s in jsondecode(policy).Statement : try(s.Condition.StringEquals["ses:FromAddress"], "") == "test@kimmyai.io" if contains(flatten([s.Action]), "ses:SendEmail")
      ]
    ]))
    error_message = "Mails come from the service's own address only."
  }

  assert {
    condition     = toset(keys(local.policies)) == toset(keys(local.functions))
    error_message = "Every function of functions.json has a file policy-{name}.tf, and no other has one."
  }

  assert {
    condition     = local.environments["create"].ALLOWED_ORIGINS == "https://portal.bbws.io,http://localhost:3000" && local.environments["update"].ORDER_UPDATE_GROUPS == "order-admin,finance:paid|refunded"
    error_message = "Lists are separated by commas."
  }

  assert {
    condition = jsondecode(local.environments["pdf"].INVOICE_SUPPLIER) == {
      name               = "BBWS"
      address            = ["1 Example Street", "Cape Town"]
      vatNumber          = "4000000000"
      registrationNumber = "2000/000000/07"
      bank               = { name = "Bank", branchCode = "000000", account = "000000" }
    }
    error_message = "The supplier is the JSON that packages/domain/src/supplier.ts reads, without nulls."
  }

  assert {
    condition     = local.environments["customer-confirm"].API_BASE_URL == "https://api.bbws.io"
    error_message = "Links in mails lead to the API's name."
  }

  assert {
    condition     = local.environments["pdf"].QUEUE_URL == "https://sqs.eu-west-1.amazonaws.com/536580886816/bbws-order-pdf-dev" && local.environments["pdf"].DEAD_LETTER_QUEUE_URL == "https://sqs.eu-west-1.amazonaws.com/536580886816/bbws-order-pdf-dlq-dev"
    error_message = "A consumer knows its queues."
  }
}

run "links_mails_to_its_path_of_a_shared_domain" {
  command = plan

  plan_options {
    target = [module.function["customer-confirm"]]
  }

  variables {
    api_domain = { mode = "shared", name = "api.bbws.io", base_path = "orders" }
  }

  assert {
    condition     = one(module.function["customer-confirm"].function.environment).variables.API_BASE_URL == "https://api.bbws.io/orders"
    error_message = "The path is part of the address."
  }
}

run "may_call_a_cart_api_behind_api_gateway" {
  command = plan

  plan_options {
    target = [data.aws_iam_policy_document.record_creator]
  }

  variables {
    cart_authentication = "sigv4:execute-api"
    cart_api_arn        = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/carts/*"
  }

  assert {
    condition     = [for s in jsondecode(data.aws_iam_policy_document.record_creator.json).Statement : [s.Action, s.Resource] if s.Sid == "AskCartApi"] == [["execute-api:Invoke", "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/carts/*"]]
    error_message = "record-creator may invoke the Cart API."
  }
}

run "may_call_a_cart_api_behind_a_function_url" {
  command = plan

  plan_options {
    target = [data.aws_iam_policy_document.record_creator]
  }

  variables {
    cart_authentication = "sigv4:lambda"
    cart_api_arn        = "arn:aws:lambda:eu-west-1:536580886816:function:cart"
  }

  assert {
    condition = { for s in jsondecode(data.aws_iam_policy_document.record_creator.json).Statement : s.Sid => [s.Action, s.Resource] if endswith(s.Sid, "CartApi") } == {
      AskCartApi    = ["lambda:InvokeFunctionUrl", "arn:aws:lambda:eu-west-1:536580886816:function:cart"]
      InvokeCartApi = ["lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:536580886816:function:cart"]
    }
    error_message = "record-creator may invoke the Cart API's function by its URL."
  }
}

run "has_names_of_its_own_in_the_second_region" {
  command = plan

  plan_options {
    target = [module.function["customer-confirm"]]
  }

  variables {
    region          = "eu-west-1"
    primary_region  = "af-south-1"
    replica_regions = ["eu-west-1"]
    name_suffix     = "-eu-west-1"
  }

  assert {
    condition     = module.function["customer-confirm"].role.name == "bbws-order-lambda-customer-confirm-execution-dev-eu-west-1" && one(module.function["customer-confirm"].function.environment).variables.S3_EMAIL_TEMPLATES_BUCKET == "bbws-email-templates-dev-eu-west-1"
    error_message = "Roles and buckets are named for the whole account, or the whole world."
  }

  assert {
    condition     = module.function["customer-confirm"].name == "bbws-order-lambda-customer-confirm-dev"
    error_message = "Functions have the same name in each region."
  }
}

run "refuses_a_variable_without_value" {
  command = plan

  plan_options {
    target = [terraform_data.environment]
  }

  variables {
    functions_file = merge(jsondecode(file("../../../functions/functions.json")), {
      functions = merge(jsondecode(file("../../../functions/functions.json")).functions, {
        archive = {
          description    = "Keeps a copy elsewhere"
          memoryMb       = 256
          timeoutSeconds = 30
          trigger        = { type = "schedule", rateMinutes = 5 }
          environment    = ["ENVIRONMENT", "ARCHIVE_URL"]
        }
      })
    })
  }

  expect_failures = [terraform_data.environment]
}

run "refuses_a_trigger_that_is_none" {
  command = plan

  plan_options {
    target = [terraform_data.environment]
  }

  variables {
    functions_file = merge(jsondecode(file("../../../functions/functions.json")), {
      functions = merge(jsondecode(file("../../../functions/functions.json")).functions, {
        archive = {
          description    = "Keeps a copy elsewhere"
          memoryMb       = 256
          timeoutSeconds = 30
          trigger        = { type = "stream" }
          environment    = ["ENVIRONMENT"]
        }
      })
    })
  }

  expect_failures = [var.functions_file]
}

run "leaves_functions_that_are_there_at_their_versions" {
  command = plan

  variables {
    canary = { percent = 10, minutes = 15 }
  }

  override_data {
    target = data.aws_lambda_functions.present
    values = { function_names = ["bbws-order-lambda-create-dev", "of-others"] }
  }

  override_data {
    target = module.function["create"].data.aws_lambda_alias.live
    values = { function_version = "7" }
  }

  assert {
    condition     = module.function["create"].alias.function_version == "7"
    error_message = "A function that is there stays at its version, for pnpm canary to move."
  }

  assert {
    condition     = [for name, each in module.function : name if each.keeps_live_version] == ["create"]
    error_message = "A function that is new begins at its first version."
  }
}

run "moves_every_function_at_once_without_a_canary" {
  command = plan

  assert {
    condition     = length(data.aws_lambda_functions.present) == 0 && alltrue([for each in values(module.function) : !each.keeps_live_version])
    error_message = "Without a canary nothing is asked, and every alias moves with its version."
  }
}
