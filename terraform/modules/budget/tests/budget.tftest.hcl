# When who is written to, and what a person can't get wrong.

provider "aws" {
  region = "eu-west-1"
}

variables {
  name              = "bbws-orders-test"
  monthly_limit_usd = 500
  emails            = ["lead@example.com"]
}

run "a_month_has_a_limit" {
  command = plan

  assert {
    condition     = [aws_budgets_budget.month.budget_type, aws_budgets_budget.month.time_unit, aws_budgets_budget.month.limit_amount, aws_budgets_budget.month.limit_unit] == ["COST", "MONTHLY", "500", "USD"]
    error_message = "The budget is 500 US dollars a month."
  }

  assert {
    condition     = { for notification in aws_budgets_budget.month.notification : notification.notification_type => notification.threshold } == { ACTUAL = 80, FORECASTED = 100 }
    error_message = "Mails go out at 80 % spent and at 100 % expected."
  }

  assert {
    condition = alltrue([
      for notification in aws_budgets_budget.month.notification :
      notification.threshold_type == "PERCENTAGE" && notification.comparison_operator == "GREATER_THAN" && notification.subscriber_email_addresses == toset(["lead@example.com"])
    ])
    error_message = "Everybody named is written to, when a percentage is exceeded."
  }

  assert {
    condition     = length(aws_budgets_budget.month.cost_filter) == 0 && length(aws_budgets_budget.month.filter_expression) == 0
    error_message = "The whole account counts."
  }
}

run "a_limit_is_above_nothing" {
  command = plan
  variables { monthly_limit_usd = 0 }
  expect_failures = [var.monthly_limit_usd]
}

run "somebody_hears" {
  command = plan
  variables { emails = [] }
  expect_failures = [var.emails]
}

run "an_address_is_bare" {
  command = plan
  variables { emails = ["lead"] }
  expect_failures = [var.emails]
}

run "a_name_is_one_of_budgets" {
  command = plan
  variables { name = "orders: test" }
  expect_failures = [var.name]
}
