# owned: the API's name, and the region's own, are made here; failover.tf of the root points the records at them.
locals {
  # The health checks speak TLS 1.2.
  owned_names = var.domain.mode == "shared" ? {} : merge(
    { public = { name = var.domain.name, tls_policy = var.domain.tls_policy } },
    var.domain.regional_name == null ? {} : { regional = { name = var.domain.regional_name, tls_policy = "TLS_1_2" } },
  )
}

resource "aws_api_gateway_domain_name" "owned" {
  for_each = local.owned_names
  region   = var.region

  domain_name              = each.value.name
  regional_certificate_arn = var.domain.certificate_arn
  security_policy          = each.value.tls_policy
  # What the newer policies ask for; the older ones know no such mode.
  endpoint_access_mode = startswith(each.value.tls_policy, "SecurityPolicy_") ? "STRICT" : null

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "owned" {
  for_each = aws_api_gateway_domain_name.owned
  region   = var.region

  api_id      = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  domain_name = each.value.domain_name
}

# shared: the domain, its certificate and its records are others'; this path on it is ours.
resource "aws_api_gateway_base_path_mapping" "shared" {
  count  = var.domain.mode == "shared" ? 1 : 0
  region = var.region

  api_id      = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  domain_name = var.domain.name
  base_path   = var.domain.base_path
}
