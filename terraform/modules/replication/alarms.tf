locals {
  dimensions = {
    SourceBucket      = var.source_bucket.name
    DestinationBucket = var.target_bucket.name
    RuleId            = local.rule_id
  }

  alarms = {
    # S3 counts failures where the source lies, and the delay where the target does.
    failed = {
      region      = var.source_bucket.region
      description = "Invoices could not be copied to ${var.target_bucket.region}."
      metric      = "OperationsFailedReplication"
      statistic   = "Sum"
      threshold   = 0
      periods     = 1
    }

    late = {
      region      = var.target_bucket.region
      description = "Copies of invoices come more than 15 minutes late."
      metric      = "ReplicationLatency"
      statistic   = "Maximum"
      threshold   = 15 * 60
      periods     = 3
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "replication" {
  for_each = local.alarms

  region              = each.value.region
  alarm_name          = "${var.source_bucket.name}-${each.key}-invoice-replication"
  alarm_description   = "${each.value.description} ${var.runbook_url}#invoice-replication"
  namespace           = "AWS/S3"
  metric_name         = each.value.metric
  dimensions          = local.dimensions
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = each.value.periods
  # Nothing to copy, nothing to report.
  treat_missing_data = "notBreaching"
  alarm_actions      = [var.alerts_topic_arns[each.value.region]]
  ok_actions         = [var.alerts_topic_arns[each.value.region]]
}
