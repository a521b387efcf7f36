# Route 53 has its metrics in us-east-1 alone, and an alarm can't publish to another region.

locals {
  metrics_region = "us-east-1"
}

module "alerts" {
  source = "../alerts"
  count  = local.has_failover ? 1 : 0

  region     = local.metrics_region
  account_id = var.account_id
  name       = var.alerts_topic_name
  emails     = var.alert_emails
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  for_each = local.checked

  region              = local.metrics_region
  alarm_name          = "${var.alarm_prefix}-${each.key}-region-unhealthy"
  alarm_description   = "${each.value.health_name} does not answer${each.key == var.primary_region ? ": the other region serves reads, and nobody writes until the writer is moved" : ", so nothing would take over"}. ${var.runbook_url}#region-unhealthy"
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = aws_route53_health_check.region[each.key].id }
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
  # A check that reports nothing is as bad as one that fails.
  treat_missing_data = "breaching"
  alarm_actions      = [module.alerts[0].arn]
  ok_actions         = [module.alerts[0].arn]
}
