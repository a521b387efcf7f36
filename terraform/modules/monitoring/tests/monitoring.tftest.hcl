# What is watched, when it is told, and to whom.

provider "aws" {
  region = "eu-west-1"
}

variables {
  region                 = "af-south-1"
  account_id             = "123456789012"
  environment            = "sit"
  alerts_topic_name      = "bbws-alerts-sit"
  alert_emails           = ["on-call@example.com"]
  dashboard_name         = "bbws-orders-sit"
  runbook_url            = "https://example.com/monitoring.md"
  api                    = { api_name = "bbws-order-api-sit", stage_name = "live" }
  table_name             = "orders-sit"
  topic_name             = "bbws-order-events-sit"
  configuration_set_name = "bbws-order-mail-sit"
  receiving_regions      = ["eu-west-1"]

  functions = {
    create = {
      function_name  = "create-sit"
      timeoutSeconds = 15
      environment    = ["ORDER_EVENTS_TOPIC_ARN"]
      trigger        = { type = "http" }
    }
    record-creator = {
      function_name  = "record-creator-sit"
      timeoutSeconds = 30
      environment    = ["CART_LAMBDA_API_URL", "ORDER_EVENTS_TOPIC_ARN"]
      trigger        = { type = "queue" }
    }
    pdf = {
      function_name  = "pdf-sit"
      timeoutSeconds = 60
      environment    = ["INVOICE_SUPPLIER"]
      trigger        = { type = "queue" }
    }
    customer-confirm = {
      function_name  = "customer-confirm-sit"
      timeoutSeconds = 30
      environment    = ["SES_FROM_ADDRESS"]
      trigger        = { type = "queue" }
    }
    sweeper = {
      function_name  = "sweeper-sit"
      timeoutSeconds = 50
      environment    = ["ORDER_EVENTS_TOPIC_ARN"]
      trigger        = { type = "schedule", rateMinutes = 2 }
    }
  }

  consumers = {
    record-creator   = { queue_name = "creation-sit", dead_letter_queue_name = "creation-dlq-sit" }
    pdf              = { queue_name = "pdf-sit", dead_letter_queue_name = "pdf-dlq-sit" }
    customer-confirm = { queue_name = "confirm-sit", dead_letter_queue_name = "confirm-dlq-sit" }
  }
}

run "every_alarm_tells_the_topic" {
  command = plan

  assert {
    condition = alltrue([
      for alarm in aws_cloudwatch_metric_alarm.this :
      alarm.alarm_actions == toset(["arn:aws:sns:af-south-1:123456789012:bbws-alerts-sit"]) && alarm.ok_actions == alarm.alarm_actions && alarm.region == "af-south-1"
    ])
    error_message = "Every alarm tells the alerts topic of its region, when it goes off and when it is over."
  }

  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.this : can(regex("\\. https://example\\.com/monitoring\\.md#[a-z0-9-]+$", alarm.alarm_description))])
    error_message = "Every alarm says what it means and where to read on."
  }

  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.this : endswith(name, regex("#([a-z0-9-]+)$", alarm.alarm_description)[0]) || startswith(name, "orders-sit-replication-lag")])
    error_message = "An alarm's name ends with its anchor in the runbook."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : contains(["ignore", "notBreaching", "breaching"], alarm.treat_missing_data)])
    error_message = "Every alarm says what silence means."
  }
}

run "queues_are_watched" {
  command = plan

  assert {
    condition = alltrue([
      for queue in ["creation-dlq-sit", "pdf-dlq-sit", "confirm-dlq-sit"] : alltrue([
        aws_cloudwatch_metric_alarm.this["${queue}-dead-letters"].metric_name == "ApproximateNumberOfMessagesVisible",
        aws_cloudwatch_metric_alarm.this["${queue}-dead-letters"].dimensions == tomap({ QueueName = queue }),
        aws_cloudwatch_metric_alarm.this["${queue}-dead-letters"].threshold == 1,
        aws_cloudwatch_metric_alarm.this["${queue}-dead-letters"].comparison_operator == "GreaterThanOrEqualToThreshold",
      ])
    ])
    error_message = "One dead letter is told."
  }

  assert {
    condition = alltrue([
      for queue in ["creation-sit", "pdf-sit", "confirm-sit"] : alltrue([
        aws_cloudwatch_metric_alarm.this["${queue}-message-age"].metric_name == "ApproximateAgeOfOldestMessage",
        aws_cloudwatch_metric_alarm.this["${queue}-message-age"].threshold == 300,
        aws_cloudwatch_metric_alarm.this["${queue}-message-age"].comparison_operator == "GreaterThanThreshold",
      ])
    ])
    error_message = "A message that waits for more than 5 minutes is told."
  }
}

run "functions_are_watched" {
  command = plan

  assert {
    condition = alltrue([
      for name, function in var.functions : alltrue([
        aws_cloudwatch_metric_alarm.this["${function.function_name}-errors"].threshold == 5,
        one([for query in aws_cloudwatch_metric_alarm.this["${function.function_name}-errors"].metric_query : query.expression if query.return_data == true]) == "100 * errors / invocations",
        { for query in aws_cloudwatch_metric_alarm.this["${function.function_name}-errors"].metric_query : query.id => query.metric[0].metric_name if query.expression == null } == { errors = "Errors", invocations = "Invocations" },
      ])
    ])
    error_message = "More than 5 % of failed invocations are told, by metric math."
  }

  assert {
    condition = alltrue([
      for name, function in var.functions : alltrue([
        aws_cloudwatch_metric_alarm.this["${function.function_name}-duration"].extended_statistic == "p95",
        aws_cloudwatch_metric_alarm.this["${function.function_name}-duration"].statistic == null,
        aws_cloudwatch_metric_alarm.this["${function.function_name}-duration"].threshold == function.timeoutSeconds * 800,
      ])
    ])
    error_message = "A p95 above 80 % of the function's own time-out is told."
  }

  assert {
    condition     = alltrue([for function in var.functions : aws_cloudwatch_metric_alarm.this["${function.function_name}-throttles"].threshold == 1])
    error_message = "Throttles are told."
  }

  assert {
    condition     = [for name, alarm in aws_cloudwatch_metric_alarm.this : [name, alarm.period, alarm.treat_missing_data] if endswith(name, "-silent")] == [["sweeper-sit-silent", 600, "breaching"]]
    error_message = "A schedule that is missed five times is told, though it leaves no trace."
  }
}

run "the_services_own_counts_are_watched" {
  command = plan

  assert {
    condition = alltrue([
      for name, alarm in aws_cloudwatch_metric_alarm.this :
      alarm.dimensions.environment == "sit" && startswith(name, "${alarm.dimensions.service}-sit-") && alarm.statistic == "Sum" && alarm.treat_missing_data == "notBreaching"
      if alarm.namespace == "BBWS/Orders"
    ])
    error_message = "Counts have the dimensions that the functions write."
  }

  assert {
    condition = {
      for metric in distinct([for alarm in aws_cloudwatch_metric_alarm.this : alarm.metric_name if alarm.namespace == "BBWS/Orders"]) :
      metric => sort([for alarm in aws_cloudwatch_metric_alarm.this : alarm.dimensions.service if alarm.metric_name == metric])
      } == {
      BatchItemFailures = tolist(["customer-confirm", "pdf", "record-creator"])
      CartFaults        = tolist(["record-creator"])
      DeadlineStops     = tolist(["customer-confirm", "pdf", "record-creator"])
      LogoFaults        = tolist(["pdf"])
      OutboxStuck       = tolist(["sweeper"])
      PublishFailures   = tolist(["create", "record-creator"])
      SweepFailures     = tolist(["sweeper"])
      TemplateFaults    = tolist(["customer-confirm"])
      UnmarkedEffects   = tolist(["customer-confirm"])
    }
    error_message = "Each count is watched at the functions that can count it."
  }

  assert {
    condition = {
      for name, alarm in aws_cloudwatch_metric_alarm.this : name => [alarm.threshold, alarm.period]
      if contains(["sweeper-sit-outbox-stuck", "customer-confirm-sit-unmarked-effects", "pdf-sit-failed-items"], name)
    } == { sweeper-sit-outbox-stuck = [1, 300], customer-confirm-sit-unmarked-effects = [1, 300], pdf-sit-failed-items = [5, 900] }
    error_message = "What people must mend is told at once, what mends itself when it repeats."
  }
}

run "the_services_around_are_watched" {
  command = plan

  assert {
    condition = {
      for name, alarm in aws_cloudwatch_metric_alarm.this : name => [alarm.metric_name, alarm.threshold]
      if contains(["AWS/ApiGateway", "AWS/SES", "AWS/SNS"], coalesce(alarm.namespace, "none"))
      } == {
      bbws-order-api-sit-api-errors       = ["5XXError", 0.01]
      bbws-order-api-sit-api-latency      = ["Latency", 3000]
      bbws-order-mail-sit-mail-bounces    = ["Reputation.BounceRate", 0.05]
      bbws-order-mail-sit-mail-complaints = ["Reputation.ComplaintRate", 0.001]
      bbws-order-events-sit-undelivered   = ["NumberOfNotificationsFailed", 1]
      bbws-order-events-sit-lost          = ["NumberOfNotificationsFailedToRedriveToDlq", 1]
    }
    error_message = "API, mail and topic are watched."
  }

  assert {
    condition = alltrue([
      for name in ["bbws-order-mail-sit-mail-bounces", "bbws-order-mail-sit-mail-complaints"] :
      aws_cloudwatch_metric_alarm.this[name].comparison_operator == "GreaterThanOrEqualToThreshold" && length(aws_cloudwatch_metric_alarm.this[name].dimensions) == 0
    ])
    error_message = "At 5 % bounces and 0.1 % complaints of the account SES acts: the alarms go off at just that."
  }

  assert {
    condition     = toset([for query in aws_cloudwatch_metric_alarm.this["orders-sit-table-throttles"].metric_query : query.metric[0].dimensions.Operation if query.expression == null]) == toset(["DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"])
    error_message = "Throttles of every operation are told."
  }

  assert {
    condition     = [for alarm in aws_cloudwatch_metric_alarm.this : [alarm.threshold, alarm.dimensions.ReceivingRegion] if alarm.metric_name == "ReplicationLatency"] == [[5000, "eu-west-1"]]
    error_message = "A replica that is more than 5 s behind is told."
  }
}

run "one_region_has_no_replication_to_watch" {
  command = plan
  variables { receiving_regions = [] }

  assert {
    condition     = length([for alarm in aws_cloudwatch_metric_alarm.this : alarm if alarm.metric_name == "ReplicationLatency"]) == 0
    error_message = "Without replicas there is no lag."
  }
}
