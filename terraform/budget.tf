module "budget" {
  source = "./modules/budget"

  name              = "bbws-orders-${var.environment}"
  monthly_limit_usd = var.monthly_budget_usd
  emails            = var.alert_emails
}
