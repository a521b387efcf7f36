# Alarms, where they go, and the dashboard. What is watched follows from functions.json.

module "alerts" {
  source = "../alerts"

  region     = var.region
  account_id = var.account_id
  name       = var.alerts_topic_name
  emails     = var.alert_emails
}

locals {
  # Each says what it means, and where the runbook goes on.
  alarms = merge(
    local.queue_alarms,
    local.function_alarms,
    local.schedule_alarms,
    local.order_alarms,
    local.service_alarms,
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  region              = var.region
  alarm_name          = each.key
  alarm_description   = "${each.value.description} ${var.runbook_url}#${each.value.anchor}"
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  evaluation_periods  = each.value.periods
  datapoints_to_alarm = try(each.value.datapoints, each.value.periods)
  treat_missing_data  = each.value.missing
  alarm_actions       = [module.alerts.arn]
  ok_actions          = [module.alerts.arn]

  # One metric,
  namespace          = try(each.value.metric.namespace, null)
  metric_name        = try(each.value.metric.name, null)
  dimensions         = try(each.value.metric.dimensions, null)
  period             = can(each.value.metric) ? each.value.seconds : null
  statistic          = try(startswith(each.value.metric.stat, "p") ? null : each.value.metric.stat, null)
  extended_statistic = try(startswith(each.value.metric.stat, "p") ? each.value.metric.stat : null, null)

  # or an expression over several.
  dynamic "metric_query" {
    for_each = try(each.value.metrics, {})

    content {
      id = metric_query.key

      metric {
        namespace   = metric_query.value.namespace
        metric_name = metric_query.value.name
        dimensions  = metric_query.value.dimensions
        stat        = metric_query.value.stat
        period      = each.value.seconds
      }
    }
  }

  dynamic "metric_query" {
    for_each = try([each.value.expression], [])

    content {
      id          = "result"
      expression  = metric_query.value
      label       = each.value.anchor
      return_data = true
    }
  }
}
