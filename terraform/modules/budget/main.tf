# What the account may cost in a month, and who hears of it before it is spent.

locals {
  # Percent of the budget, of what was spent and of what AWS expects at the end of the month.
  notifications = { ACTUAL = 80, FORECASTED = 100 }
}

resource "aws_budgets_budget" "month" {
  name         = var.name
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = tostring(var.monthly_limit_usd)
  limit_unit   = "USD"

  dynamic "notification" {
    for_each = local.notifications

    content {
      notification_type          = notification.key
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.emails
    }
  }
}
