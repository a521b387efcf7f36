locals {
  # Forms that the variables' validations share.
  email_address = "^[A-Za-z0-9._%+'-]+@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}$"
  https_address = "^https://[a-z0-9.-]+(:[0-9]+)?(/[^?#\\s]*)?$"

  replica_regions = [for region in keys(var.regions) : region if region != var.primary_region]

  functions_file = jsondecode(file(var.functions_file))

  # Where callers find the API, without https://.
  api_address = var.base_path == null ? var.api_domain : "${var.api_domain}/${var.base_path}"
}
