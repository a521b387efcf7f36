locals {
  # In the order in which they are asked. What is counted is let through: the function itself refuses a body above 8 KiB, with a 413 that
  # says so, and a server that calls the API may send no User-Agent.
  managed_rules = [
    { name = "AWSManagedRulesAmazonIpReputationList", counted = [] },
    { name = "AWSManagedRulesKnownBadInputsRuleSet", counted = [] },
    { name = "AWSManagedRulesCommonRuleSet", counted = ["SizeRestrictions_BODY", "NoUserAgent_HEADER"] },
  ]

  window_seconds = 300

  # WAF names the type itself and takes no such header. Once a whole window has passed in silence nothing is counted against the address.
  throttled_headers = merge(
    { for name, value in var.throttled_answer.headers : name => value if lower(name) != "content-type" },
    { "Retry-After" = tostring(local.window_seconds) },
  )
}

resource "aws_wafv2_web_acl" "api" {
  region      = var.region
  name        = var.name
  description = "Managed rules and a limit per address."
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  custom_response_body {
    key          = "throttled"
    content_type = "APPLICATION_JSON"
    content      = var.throttled_answer.body
  }

  rule {
    name     = "rate"
    priority = 0

    action {
      block {
        custom_response {
          response_code            = var.throttled_answer.status
          custom_response_body_key = "throttled"

          dynamic "response_header" {
            for_each = local.throttled_headers

            content {
              name  = response_header.key
              value = response_header.value
            }
          }
        }
      }
    }

    statement {
      rate_based_statement {
        aggregate_key_type    = "IP"
        evaluation_window_sec = local.window_seconds
        limit                 = var.requests_per_five_minutes
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate"
      sampled_requests_enabled   = false
    }
  }

  dynamic "rule" {
    for_each = local.managed_rules

    content {
      name     = rule.value.name
      priority = rule.key + 1

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          name        = rule.value.name
          vendor_name = "AWS"

          dynamic "rule_action_override" {
            for_each = rule.value.counted

            content {
              name = rule_action_override.value

              action_to_use {
                count {}
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.value.name
        # A sample shows the whole request, with the token of an invoice link.
        sampled_requests_enabled = false
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_association" "api" {
  region       = var.region
  resource_arn = var.protected_arn
  web_acl_arn  = aws_wafv2_web_acl.api.arn
}

resource "aws_cloudwatch_log_group" "waf" {
  #checkov:skip=CKV_AWS_158:It holds no personal data but addresses that were blocked, and CloudWatch encrypts it with a key of its own.
  #checkov:skip=CKV_AWS_338:How long logs are kept is a choice of each environment; in prod it is a year.
  region = var.region
  # WAF writes to groups of this prefix only.
  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_wafv2_web_acl_logging_configuration" "api" {
  region                  = var.region
  resource_arn            = aws_wafv2_web_acl.api.arn
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn]

  # The token of an invoice link stands in the query string.
  redacted_fields {
    query_string {}
  }

  dynamic "redacted_fields" {
    for_each = ["authorization", "cookie"]

    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }

  # What was let through, counted or not, is in the API's own log, without addresses.
  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "BLOCK"
        }
      }
    }
  }
}
