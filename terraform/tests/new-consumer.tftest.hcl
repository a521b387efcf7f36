# A new row in functions.json is a new consumer, without a line of HCL: tests/fixtures/functions.json has a row that the service does
# not have.

run "dev" {
  module {
    source = "./tests/tfvars"
  }

  variables {
    environment = "dev"
  }
}

run "new_consumer" {
  command = plan

  variables {
    environment                 = run.dev.values.environment
    account_id                  = run.dev.values.account_id
    primary_region              = run.dev.values.primary_region
    regions                     = run.dev.values.regions
    api_domain                  = run.dev.values.api_domain
    hosted_zone_id              = run.dev.values.hosted_zone_id
    allowed_origins             = run.dev.values.allowed_origins
    throttle_rate               = run.dev.values.throttle_rate
    throttle_burst              = run.dev.values.throttle_burst
    customer_portal_url         = run.dev.values.customer_portal_url
    admin_portal_url            = run.dev.values.admin_portal_url
    ses_from_address            = run.dev.values.ses_from_address
    support_email               = run.dev.values.support_email
    internal_notification_email = run.dev.values.internal_notification_email
    invoice_supplier            = run.dev.values.invoice_supplier
    point_in_time_recovery_days = run.dev.values.point_in_time_recovery_days
    deletion_protection         = run.dev.values.deletion_protection
    log_retention_days          = run.dev.values.log_retention_days
    alert_emails                = run.dev.values.alert_emails
    monthly_budget_usd          = run.dev.values.monthly_budget_usd
    waf                         = lookup(run.dev.values, "waf", null)
    order_update_groups         = lookup(run.dev.values, "order_update_groups", [])
    force_destroy               = lookup(run.dev.values, "force_destroy", false)
    orders_glacier_after_days   = lookup(run.dev.values, "orders_glacier_after_days", null)
    functions_file              = "tests/fixtures/functions.json"
    # Of functions that the file has: the service's own document may name others by now.
    openapi_file = "tests/fixtures/openapi.json"
    # So that the tests need no build.
    artifact = "tests/fixtures/function.zip"
  }

  assert {
    condition     = keys(module.region["eu-west-1"].consumers) == ["archive"] && contains(keys(module.region["eu-west-1"].functions), "archive")
    error_message = "The row is a function and a consumer."
  }

  assert {
    condition     = module.region["eu-west-1"].functions["archive"].role.name == "bbws-order-lambda-archive-execution-dev"
    error_message = "It has a role of its own."
  }

  assert {
    condition = one(module.region["eu-west-1"].functions["archive"].function.environment).variables == tomap({
      DEAD_LETTER_QUEUE_URL = "https://sqs.eu-west-1.amazonaws.com/536580886816/bbws-order-archive-dlq-dev"
      DYNAMODB_TABLE_NAME   = "bbws-customer-portal-orders-dev"
      ENVIRONMENT           = "dev"
      LOG_LEVEL             = "INFO"
      QUEUE_URL             = "https://sqs.eu-west-1.amazonaws.com/536580886816/bbws-order-archive-dev"
    })
    error_message = "It knows its queues."
  }

  assert {
    condition = alltrue([for each in [module.region["eu-west-1"].consumers["archive"]] : (
      each.queue.name == "bbws-order-archive-dev" &&
      each.dead_letter_queue.name == "bbws-order-archive-dlq-dev" &&
      each.queue.visibility_timeout_seconds == 123 &&
      jsondecode(each.queue.redrive_policy).deadLetterTargetArn == "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dlq-dev"
    )])
    error_message = "It has a queue and a dead-letter queue, and the time to work."
  }

  assert {
    condition = alltrue([for each in [module.region["eu-west-1"].consumers["archive"]] : (
      each.mapping.event_source_arn == "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dev" &&
      each.mapping.function_name == "arn:aws:lambda:eu-west-1:536580886816:function:bbws-order-lambda-archive-dev:live" &&
      each.mapping.batch_size == 10 &&
      one(each.mapping.scaling_config).maximum_concurrency == 4
    )])
    error_message = "It reads the queue by its alias."
  }

  assert {
    condition = alltrue([for each in [module.region["eu-west-1"].consumers["archive"]] : (
      each.subscription.endpoint == "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dev" &&
      each.subscription.filter_policy == jsonencode({ eventType = ["order.recorded"] })
    )])
    error_message = "The topic sends it what it wants."
  }

  assert {
    condition = {
      for s in jsondecode(module.region["eu-west-1"].consumers["archive"].policies.role).Statement : s.Sid => [join(" ", sort(flatten([s.Action]))), s.Resource]
      } == {
      ReadQueue = ["sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage", "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dev"]
      PutOff    = ["sqs:ChangeMessageVisibility", "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dev"]
      PutAside  = ["sqs:SendMessage", "arn:aws:sqs:eu-west-1:536580886816:bbws-order-archive-dlq-dev"]
    }
    error_message = "Its role may read the queue and put messages off and aside."
  }

  assert {
    condition     = keys(module.region["eu-west-1"].functions["archive"].policies) == ["platform"]
    error_message = "Its own calls are nobody's guess: they come with a policy-archive.tf."
  }
}
