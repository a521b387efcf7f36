locals {
  # Seven years, with the leap days that any seven years can have.
  orders_kept_days = 2557
}

# Invoices (R-EVT-09).
module "orders_bucket" {
  source = "../bucket"

  region             = var.region
  name               = "${local.orders_bucket_name}${var.name_suffix}"
  expire_after_days  = local.orders_kept_days
  glacier_after_days = var.orders_glacier_after_days
  # An issued invoice that an operator replaced is a document of the business like the others.
  noncurrent_days = local.orders_kept_days
  force_destroy   = var.force_destroy
}

# Mail templates and the logo (R-EVT-12).
module "templates_bucket" {
  source = "../bucket"

  region             = var.region
  name               = "${local.templates_bucket_name}${var.name_suffix}"
  expire_after_days  = null
  glacier_after_days = null
  # As long as `pnpm templates rollback` may want a version back.
  noncurrent_days = 365
  force_destroy   = var.force_destroy
}
