# API, table, topic and mail.
locals {
  # What functions and operators' commands do: throttles are counted by operation, indexes included.
  table_operations = ["DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"]

  api_dimensions = { ApiName = var.api.api_name, Stage = var.api.stage_name }

  api_alarms = {
    "${var.api.api_name}-api-errors" = {
      anchor      = "api-errors"
      description = "More than 1 % of the requests are answered with 5xx."
      metric      = { namespace = "AWS/ApiGateway", name = "5XXError", dimensions = local.api_dimensions, stat = "Average" }
      comparison  = "GreaterThanThreshold"
      threshold   = 0.01
      seconds     = 300
      periods     = 1
      # No requests, no errors: whether it answers at all is the health check's business.
      missing = "notBreaching"
    }

    "${var.api.api_name}-api-latency" = {
      anchor      = "api-latency"
      description = "One in twenty requests takes more than 3 s."
      metric      = { namespace = "AWS/ApiGateway", name = "Latency", dimensions = local.api_dimensions, stat = "p95" }
      comparison  = "GreaterThanThreshold"
      # In milliseconds.
      threshold  = 3000
      seconds    = 300
      periods    = 3
      datapoints = 2
      missing    = "notBreaching"
    }
  }

  table_alarms = {
    "${var.table_name}-table-throttles" = {
      anchor      = "table-throttles"
      description = "The table, or one of its indexes, turned requests away."
      metrics = {
        for operation in local.table_operations : lower(operation) => {
          namespace  = "AWS/DynamoDB"
          name       = "ThrottledRequests"
          dimensions = { TableName = var.table_name, Operation = operation }
          stat       = "Sum"
        }
      }
      # An operation without throttles reports nothing: this adds up those that do.
      expression = "SUM(METRICS())"
      comparison = "GreaterThanOrEqualToThreshold"
      threshold  = 1
      seconds    = 300
      periods    = 1
      missing    = "notBreaching"
    }
  }

  replication_alarms = {
    for region in var.receiving_regions : "${var.table_name}-replication-lag-${region}" => {
      anchor      = "replication-lag"
      description = "What is written here reaches ${region} more than 5 s later."
      metric      = { namespace = "AWS/DynamoDB", name = "ReplicationLatency", dimensions = { TableName = var.table_name, ReceivingRegion = region }, stat = "Maximum" }
      comparison  = "GreaterThanThreshold"
      # In milliseconds.
      threshold = 5000
      seconds   = 60
      # A burst may take a moment; five minutes of it eat up the recovery point.
      periods    = 5
      datapoints = 3
      # The region that does not write has nothing to replicate.
      missing = "notBreaching"
    }
  }

  topic_alarms = {
    for metric in ["NumberOfNotificationsFailed", "NumberOfNotificationsFailedToRedriveToDlq"] : "${var.topic_name}-${metric == "NumberOfNotificationsFailed" ? "undelivered" : "lost"}" => {
      anchor      = metric == "NumberOfNotificationsFailed" ? "undelivered" : "lost"
      description = metric == "NumberOfNotificationsFailed" ? "SNS could not deliver events to a queue; they lie in its dead-letter queue." : "SNS could deliver events to a queue neither directly nor by its dead-letter queue. They are in the outbox of their orders."
      metric      = { namespace = "AWS/SNS", name = metric, dimensions = { TopicName = var.topic_name }, stat = "Sum" }
      comparison  = "GreaterThanOrEqualToThreshold"
      threshold   = 1
      seconds     = 300
      periods     = 1
      missing     = "notBreaching"
    }
  }

  # At these rates SES stops the account.
  reputation = {
    mail-bounces    = { metric = "Reputation.BounceRate", at = 0.05, means = "5 % of the account's mails bounce or more: SES may stop it." }
    mail-complaints = { metric = "Reputation.ComplaintRate", at = 0.001, means = "0.1 % of the account's mails are complained about or more: SES may stop it." }
  }

  mail_alarms = {
    for anchor, rate in local.reputation : "${var.configuration_set_name}-${anchor}" => {
      anchor      = anchor
      description = rate.means
      metric      = { namespace = "AWS/SES", name = rate.metric, dimensions = {}, stat = "Maximum" }
      comparison  = "GreaterThanOrEqualToThreshold"
      threshold   = rate.at
      seconds     = 900
      periods     = 1
      # SES reports when there is news: until then the last rate holds.
      missing = "ignore"
    }
  }

  service_alarms = merge(local.api_alarms, local.table_alarms, local.replication_alarms, local.topic_alarms, local.mail_alarms)
}
