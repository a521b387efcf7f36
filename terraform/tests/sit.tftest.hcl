# What requirements.md says of sit, row by row, asked of the plan that sit.tfvars makes.

run "sit" {
  module {
    source = "./tests/tfvars"
  }

  variables {
    environment = "sit"
  }
}

run "plan" {
  command = plan

  variables {
    environment                 = run.sit.values.environment
    account_id                  = run.sit.values.account_id
    primary_region              = run.sit.values.primary_region
    regions                     = run.sit.values.regions
    api_domain                  = run.sit.values.api_domain
    hosted_zone_id              = run.sit.values.hosted_zone_id
    allowed_origins             = run.sit.values.allowed_origins
    throttle_rate               = run.sit.values.throttle_rate
    throttle_burst              = run.sit.values.throttle_burst
    customer_portal_url         = run.sit.values.customer_portal_url
    admin_portal_url            = run.sit.values.admin_portal_url
    ses_from_address            = run.sit.values.ses_from_address
    support_email               = run.sit.values.support_email
    internal_notification_email = run.sit.values.internal_notification_email
    invoice_supplier            = run.sit.values.invoice_supplier
    point_in_time_recovery_days = run.sit.values.point_in_time_recovery_days
    deletion_protection         = run.sit.values.deletion_protection
    log_retention_days          = run.sit.values.log_retention_days
    alert_emails                = run.sit.values.alert_emails
    monthly_budget_usd          = run.sit.values.monthly_budget_usd
    waf                         = lookup(run.sit.values, "waf", null)
    order_update_groups         = lookup(run.sit.values, "order_update_groups", [])
    force_destroy               = lookup(run.sit.values, "force_destroy", false)
    canary                      = lookup(run.sit.values, "canary", null)
    orders_glacier_after_days   = lookup(run.sit.values, "orders_glacier_after_days", null)
    # So that the tests need no build.
    artifact = "tests/fixtures/function.zip"
  }

  # 6: account, region
  assert {
    condition     = var.account_id == "815856636111" && var.primary_region == "eu-west-1" && toset(keys(module.region)) == toset(["eu-west-1"])
    error_message = "sit lies in account 815856636111, in eu-west-1."
  }

  # 6: API domain
  assert {
    condition     = [for domain in values(module.region["eu-west-1"].api.domains) : domain.domain_name] == ["api-sit.bbws.io"]
    error_message = "The API answers on api-sit.bbws.io."
  }

  # 6: API name
  assert {
    condition     = alltrue([for made in values(module.region) : made.api.api.name == "bbws-order-api-sit"])
    error_message = "The API is bbws-order-api-sit."
  }

  # 6: throttle
  assert {
    condition = alltrue([for made in values(module.region) :
      made.api.settings.throttling_rate_limit == 5000 && made.api.settings.throttling_burst_limit == 10000
    ])
    error_message = "The API takes 5000 requests a second and 10000 at once."
  }

  # Of two versions only prod is careful.
  assert {
    condition     = var.canary == null && alltrue([for each in values(module.region["eu-west-1"].functions) : !each.keeps_live_version])
    error_message = "In sit a new version takes over at once."
  }

  # environments.json, which commands read
  assert {
    condition     = jsonencode(run.sit.operated) == jsonencode({ accountId = var.account_id, apiDomain = var.api_domain, portalOrigin = var.allowed_origins[0], canary = var.canary, regions = concat([var.primary_region], local.replica_regions) })
    error_message = "environments.json says of sit what sit.tfvars says."
  }

  # 6: state
  assert {
    condition     = run.sit.backend == { bucket = "bbws-terraform-state-sit", key = "order-lambda/terraform.tfstate", region = "eu-west-1", encrypt = true, use_lockfile = true }
    error_message = "State lies in s3://bbws-terraform-state-sit/order-lambda/terraform.tfstate in eu-west-1, locked by S3."
  }

  # 6: budget
  assert {
    condition     = [module.budget.budget.time_unit, module.budget.budget.limit_amount, module.budget.budget.limit_unit] == ["MONTHLY", "1000", "USD"]
    error_message = "A month may cost 1000 dollars."
  }

  # 6: names; R-EVT-04: sizes
  assert {
    condition = { for name, each in module.region["eu-west-1"].functions : name => [each.function.function_name, each.role.name, each.function.memory_size, each.function.timeout] if contains(["create", "get", "list", "update", "record-creator", "pdf", "internal-notify", "customer-confirm", "sweeper"], name) } == {
      create           = ["bbws-order-lambda-create-sit", "bbws-order-lambda-create-execution-sit", 512, 15]
      get              = ["bbws-order-lambda-get-sit", "bbws-order-lambda-get-execution-sit", 512, 15]
      list             = ["bbws-order-lambda-list-sit", "bbws-order-lambda-list-execution-sit", 512, 15]
      update           = ["bbws-order-lambda-update-sit", "bbws-order-lambda-update-execution-sit", 512, 15]
      record-creator   = ["bbws-order-lambda-record-creator-sit", "bbws-order-lambda-record-creator-execution-sit", 512, 30]
      pdf              = ["bbws-order-lambda-pdf-sit", "bbws-order-lambda-pdf-execution-sit", 512, 60]
      internal-notify  = ["bbws-order-lambda-internal-notify-sit", "bbws-order-lambda-internal-notify-execution-sit", 256, 30]
      customer-confirm = ["bbws-order-lambda-customer-confirm-sit", "bbws-order-lambda-customer-confirm-execution-sit", 256, 30]
      sweeper          = ["bbws-order-lambda-sweeper-sit", "bbws-order-lambda-sweeper-execution-sit", 256, 50]
    }
    error_message = "Each function has the name, role, memory and time-out that requirements.md gives it."
  }

  # 6: sender (R-EVT-13), Reply-To
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      (
        [for name in ["internal-notify", "customer-confirm"] : one(made.functions[name].function.environment).variables.SES_FROM_ADDRESS == "noreply@kimmyai.io" &&
        one(made.functions[name].function.environment).variables.SUPPORT_EMAIL == "support@kimmyai.io"]
      )
    ]))
    error_message = "Mails come from noreply@kimmyai.io, answers go to support@kimmyai.io."
  }

  # 6: variables, exactly those of functions.json
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for name, row in local.functions_file.functions :
        toset(keys(one(made.functions[name].function.environment).variables)) == toset(row.environment)
      ]
    ]))
    error_message = "A function gets the variables that its row lists, and no others."
  }

  # R-API-04: letter of the region
  assert {
    condition     = { for region, made in module.region : region => one(made.functions["create"].function.environment).variables.ORDER_NUMBER_REGION } == { eu-west-1 = "" }
    error_message = "The primary region has no letter."
  }

  # R-API-04: time zone
  assert {
    condition = alltrue([for made in values(module.region) :
      one(made.functions["create"].function.environment).variables.BUSINESS_TIME_ZONE == "Africa/Johannesburg"
    ])
    error_message = "Days begin in Johannesburg."
  }

  # R-TEC-03
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        (
          each.function.runtime == "nodejs24.x" &&
          each.function.architectures == tolist(["arm64"]) &&
          each.function.handler == "index.handler" &&
          each.function.publish
        )
      ]
    ]))
    error_message = "Functions run on nodejs24.x and arm64, each deployment as a version."
  }

  # R-EVT-01
  assert {
    condition     = alltrue([for made in values(module.region) : made.topic.topic.name == "bbws-order-events-sit"])
    error_message = "The topic is bbws-order-events-sit."
  }

  # R-EVT-01: names; R-EVT-04: batch, window, concurrency; R-EVT-05: six time-outs and the window
  assert {
    condition = alltrue([for made in values(module.region) : { for name, each in made.consumers : name => [each.queue.name, each.dead_letter_queue.name, each.mapping.batch_size, each.mapping.maximum_batching_window_in_seconds, one(each.mapping.scaling_config).maximum_concurrency, each.queue.visibility_timeout_seconds] if contains(["record-creator", "pdf", "internal-notify", "customer-confirm"], name) } == {
      record-creator   = ["bbws-order-creation-sit", "bbws-order-creation-dlq-sit", 10, 5, 5, 185]
      pdf              = ["bbws-order-pdf-sit", "bbws-order-pdf-dlq-sit", 5, 2, 10, 362]
      internal-notify  = ["bbws-order-internal-notify-sit", "bbws-order-internal-notify-dlq-sit", 10, 5, 5, 185]
      customer-confirm = ["bbws-order-customer-confirm-sit", "bbws-order-customer-confirm-dlq-sit", 10, 5, 5, 185]
    }])
    error_message = "Each consumer has the queues, batch, window, concurrency and visibility time-out that requirements.md gives it."
  }

  # R-EVT-02
  assert {
    condition = alltrue([for made in values(module.region) : { for name, each in made.consumers : name => jsondecode(each.subscription.filter_policy).eventType if contains(["record-creator", "pdf", "internal-notify", "customer-confirm"], name) } == {
      record-creator   = ["order.accepted"]
      pdf              = ["order.recorded", "order.status-changed"]
      internal-notify  = ["order.recorded", "order.rejected"]
      customer-confirm = ["order.recorded", "order.rejected", "order.status-changed"]
    }])
    error_message = "Each consumer gets its events and no others."
  }

  # R-EVT-01
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.consumers) :
        each.subscription.raw_message_delivery && each.subscription.filter_policy_scope == "MessageAttributes"
      ]
    ]))
    error_message = "Delivery is raw, filtered by attribute."
  }

  # R-EVT-05: 4 days, 14 days, long polling
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.consumers) :
        (
          each.queue.message_retention_seconds == 345600 &&
          each.dead_letter_queue.message_retention_seconds == 1209600 &&
          each.queue.receive_wait_time_seconds == 20
        )
      ]
    ]))
    error_message = "Queues keep 4 days, dead-letter queues 14, and both are polled for long."
  }

  # R-EVT-05: maxReceiveCount, redrive of queues and subscriptions
  assert {
    condition = alltrue(flatten([for region, made in module.region :
      [for each in values(made.consumers) :
        (
          jsondecode(each.queue.redrive_policy) == { deadLetterTargetArn = "arn:aws:sqs:${region}:815856636111:${each.dead_letter_queue.name}", maxReceiveCount = 5 } &&
          jsondecode(each.subscription.redrive_policy).deadLetterTargetArn == "arn:aws:sqs:${region}:815856636111:${each.dead_letter_queue.name}" &&
          jsondecode(each.redrive_allow_policy) == { redrivePermission = "byQueue", sourceQueueArns = ["arn:aws:sqs:${region}:815856636111:${each.queue.name}"] }
        )
      ]
    ]))
    error_message = "What fails five times, and what SNS cannot deliver, goes to the dead-letter queue."
  }

  # R-EVT-05: TLS, topic as the only sender
  assert {
    condition = alltrue(flatten([for region, made in module.region :
      [for each in values(made.consumers) :
        [for policy in [each.policies.queue, each.policies.dead_letter_queue] : [for s in jsondecode(policy).Statement : [s.Effect, s.Action, jsonencode(s.Principal), jsonencode(s.Condition)]] == [["Allow", "sqs:SendMessage", jsonencode({ Service = "sns.amazonaws.com" }), jsonencode({ ArnEquals = { "aws:SourceArn" = "arn:aws:sns:${region}:815856636111:bbws-order-events-sit" } })], ["Deny", "sqs:*", jsonencode({ AWS = "*" }), jsonencode({ Bool = { "aws:SecureTransport" = "false" } })]]]
      ]
    ]))
    error_message = "Queues let the topic send, and nobody without TLS."
  }

  # hazards.md: SSE-SQS
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.consumers) :
        each.queue.sqs_managed_sse_enabled && each.dead_letter_queue.sqs_managed_sse_enabled
      ]
    ]))
    error_message = "Queues are encrypted with keys that SNS can use."
  }

  # R-EVT-06
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.consumers) :
        each.mapping.function_response_types == toset(["ReportBatchItemFailures"])
      ]
    ]))
    error_message = "Every mapping takes partial batch responses."
  }

  # R-EVT-09, R-EVT-12
  assert {
    condition = { for region, made in module.region : region => [made.orders_bucket.name, made.templates_bucket.name] } == {
      eu-west-1 = ["bbws-orders-sit", "bbws-email-templates-sit"]
    }
    error_message = "Invoices and templates have their buckets."
  }

  # R-DAT-01
  assert {
    condition     = module.table.table.name == "bbws-customer-portal-orders-sit" && module.table.table.billing_mode == "PAY_PER_REQUEST" && module.table.table.stream_view_type == "NEW_AND_OLD_IMAGES" && one(module.table.table.server_side_encryption).enabled && one(module.table.table.ttl).attribute_name == "expiresAt"
    error_message = "The table is bbws-customer-portal-orders-sit: on demand, with stream, encrypted, with a time to live."
  }

  # R-DAT-01: recovery, deletion protection
  assert {
    condition     = one(module.table.table.point_in_time_recovery).recovery_period_in_days == 14 && module.table.table.deletion_protection_enabled == false
    error_message = "The table can be restored for 14 days."
  }

  # R-OPS-02
  assert {
    condition     = length(module.table.table.replica) == 0 && module.table.writer == null
    error_message = "With one region there is no replica and nothing that names a writer."
  }

  # R-DAT-01: tags
  assert {
    condition     = module.table.table.tags_all == tomap({ Environment = "sit", Project = "bbws-order-service", Owner = "bbws-orders" })
    error_message = "Environment, Project and Owner are tagged."
  }

  # R-OPS-01: closed, encrypted, versioned, TLS alone
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for bucket in [made.orders_bucket, made.templates_bucket] :
        (
          bucket.settings.public_access_block.block_public_acls &&
          bucket.settings.public_access_block.block_public_policy &&
          bucket.settings.public_access_block.ignore_public_acls &&
          bucket.settings.public_access_block.restrict_public_buckets &&
          bucket.settings.encryption == "AES256" &&
          bucket.settings.versioning == "Enabled" &&
          alltrue([for s in jsondecode(bucket.settings.policy).Statement : s.Effect == "Deny"]) &&
          contains([for s in jsondecode(bucket.settings.policy).Statement : jsonencode(s.Condition)], jsonencode({ Bool = { "aws:SecureTransport" = "false" } }))
        )
      ]
    ]))
    error_message = "Both buckets are closed to the public and to what is not TLS, encrypted and versioned."
  }

  # R-OPS-01: seven years, with their leap days
  assert {
    condition     = alltrue([for made in values(module.region) : [for rule in made.orders_bucket.settings.lifecycle_rules : one(rule.expiration).days if rule.id == "expire"] == [2557]])
    error_message = "Invoices are kept for seven years."
  }

  # R-OPS-01: Glacier
  assert {
    condition     = alltrue([for made in values(module.region) : [for rule in made.orders_bucket.settings.lifecycle_rules : [one(rule.transition).days, one(rule.transition).storage_class] if rule.id == "archive"] == []])
    error_message = "Only prod has Glacier."
  }

  # R-OPS-01, R-OPS-02: one region
  assert {
    condition     = length(module.replication) == 0 && length(one(module.failover).health_checks) == 0 && [for record in values(one(module.failover).records) : [record.name, length(record.failover_routing_policy)]] == [["api-sit.bbws.io", 0]]
    error_message = "With one region nothing is copied, probed or failed over."
  }

  # 6: alerts topic; R-OPS-03: every alarm tells it
  assert {
    condition = alltrue(flatten([for region, made in module.region :
      [for alarm in values(made.monitoring.alarms) :
        alarm.alarm_actions == toset(["arn:aws:sns:${region}:815856636111:bbws-alerts-sit"]) && alarm.ok_actions == alarm.alarm_actions
      ]
    ]))
    error_message = "Every alarm tells bbws-alerts-sit of its region, when it goes off and when it is over."
  }

  # R-OPS-03: any dead letter, 5 minutes
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.consumers) :
        [
          [for alarm in [made.monitoring.alarms["${each.dead_letter_queue.name}-dead-letters"]] : [alarm.metric_name, alarm.comparison_operator, alarm.threshold, alarm.dimensions.QueueName]] == [["ApproximateNumberOfMessagesVisible", "GreaterThanOrEqualToThreshold", 1, each.dead_letter_queue.name]],
          [for alarm in [made.monitoring.alarms["${each.queue.name}-message-age"]] : [alarm.metric_name, alarm.comparison_operator, alarm.threshold, alarm.dimensions.QueueName]] == [["ApproximateAgeOfOldestMessage", "GreaterThanThreshold", 300, each.queue.name]],
        ]
      ]
    ]))
    error_message = "Any dead letter is told, and a message that waits for more than 5 minutes."
  }

  # R-OPS-03: 5 % errors, p95 at 80 % of the time-out, throttles
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        [
          [for alarm in [made.monitoring.alarms["${each.function.function_name}-errors"]] : [alarm.comparison_operator, alarm.threshold, [for query in alarm.metric_query : query.expression if query.expression != null]]] == [["GreaterThanThreshold", 5, ["100 * errors / invocations"]]],
          [for alarm in [made.monitoring.alarms["${each.function.function_name}-duration"]] : [alarm.extended_statistic, alarm.comparison_operator, alarm.threshold]] == [["p95", "GreaterThanThreshold", each.function.timeout * 800]],
          [for alarm in [made.monitoring.alarms["${each.function.function_name}-throttles"]] : [alarm.metric_name, alarm.threshold]] == [["Throttles", 1]],
        ]
      ]
    ]))
    error_message = "More than 5 % errors, a p95 above 80 % of the time-out, and throttles of every function are told."
  }

  # R-OPS-03: failed batch items, a metric of our own
  assert {
    condition     = alltrue([for made in values(module.region) : toset([for alarm in values(made.monitoring.alarms) : alarm.dimensions.service if alarm.metric_name == "BatchItemFailures" && alarm.namespace == "BBWS/Orders"]) == toset(keys(made.consumers))])
    error_message = "Failed messages of every consumer are told."
  }

  # R-OPS-03: API, table, reputation
  assert {
    condition = alltrue([for made in values(module.region) : [
      for name in ["bbws-order-api-sit-api-errors", "bbws-order-api-sit-api-latency", "bbws-customer-portal-orders-sit-table-throttles", "bbws-order-mail-sit-mail-bounces", "bbws-order-mail-sit-mail-complaints"] :
      [coalesce(made.monitoring.alarms[name].metric_name, "an expression"), made.monitoring.alarms[name].threshold]
    ] == [["5XXError", 0.01], ["Latency", 3000], ["an expression", 1], ["Reputation.BounceRate", 0.05], ["Reputation.ComplaintRate", 0.001]]])
    error_message = "5xx and latency of the API, throttles of the table, bounces and complaints are told."
  }

  # R-OPS-03: replication lag
  assert {
    condition     = alltrue([for made in values(module.region) : length([for alarm in values(made.monitoring.alarms) : alarm if alarm.metric_name == "ReplicationLatency"]) == 0])
    error_message = "With one region nothing replicates."
  }

  # R-OPS-04: JSON
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        (
          one(each.function.logging_config).log_format == "JSON" &&
          one(each.function.tracing_config).mode == "PassThrough"
        )
      ]
    ]))
    error_message = "Logs are JSON; X-Ray is off until enable_xray."
  }

  # R-OPS-05: one role per function
  assert {
    condition = length(distinct(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        each.role.name
      ]
    ]))) == length(local.functions_file.functions) * length(var.regions)
    error_message = "No two functions share a role, no two regions either."
  }

  # bootstrap: no role without its boundary
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        each.role.permissions_boundary == "arn:aws:iam::815856636111:policy/bbws-order-lambda-boundary-sit"
      ]
    ]))
    error_message = "Every role of a function has the boundary that the pipeline asks for."
  }

  # R-OPS-05: exactly its calls
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      [for each in values(made.functions) :
        [for policy in values(each.policies) :
          [for s in jsondecode(policy).Statement :
            (
              s.Effect == "Allow" &&
              !contains(flatten([s.Resource]), "*") &&
              alltrue([for action in flatten([s.Action]) : !strcontains(action, "*")])
            )
          ]
        ]
      ]
    ]))
    error_message = "No policy of a function has a wildcard for an action, or for a resource."
  }

  # R-OPS-05: its own region
  assert {
    condition = alltrue(flatten([for region, made in module.region :
      [for each in values(made.functions) :
        [for policy in values(each.policies) :
          [for s in jsondecode(policy).Statement :
            [for resource in flatten([s.Resource]) :
              contains([region, ""], split(":", resource)[3])
            ]
          ]
        ]
      ]
    ]))
    error_message = "No function reaches another region."
  }

  # nothing public but the API: routes without login
  assert {
    condition = alltrue([for made in values(module.region) :
      (
        toset(flatten([for methods in values(jsondecode(made.api.api.body).paths) : [for method, operation in methods : operation.operationId if method != "options" &&
        length(operation.security) == 0]])) == toset(["health", "openMailedInvoice"])
      )
    ])
    error_message = "Only health and the link in a mail need no login."
  }

  # nothing public but the API: who may invoke
  assert {
    condition = alltrue(flatten([for made in values(module.region) :
      (
        concat([for each in values(made.api.permissions) : each.principal == "apigateway.amazonaws.com" &&
          each.qualifier == "live"], [for each in values(made.schedules) : each.permission.principal == "events.amazonaws.com" &&
        each.permission.qualifier == "live"])
      )
    ]))
    error_message = "Functions are invoked by the API and the clock, at their alias."
  }

  # nothing public but the API: topic
  assert {
    condition     = alltrue(flatten([for made in values(module.region) : [for s in jsondecode(made.topic.policy).Statement : s.Effect == "Deny"]]))
    error_message = "The topic lets in nobody beside the functions' roles."
  }

  # nothing public but the API: its domain is the only way in
  assert {
    condition     = alltrue([for made in values(module.region) : made.api.api.disable_execute_api_endpoint])
    error_message = "The API does not answer under its own id."
  }

  # firewall: managed rules and a limit
  assert {
    condition = alltrue([for made in values(module.region) :
      toset([for rule in made.waf.web_acl.rule : rule.name]) == toset(["rate", "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"])
    ])
    error_message = "The API has a firewall with managed rules and a limit per address."
  }

  assert {
    condition = alltrue([for made in values(module.region) :
      [for rule in made.waf.web_acl.rule : one(one(one(rule.action).block).custom_response).response_code if rule.name == "rate"] == [429]
    ])
    error_message = "Who asks too often hears that, and not that it looks like an attack."
  }
}
