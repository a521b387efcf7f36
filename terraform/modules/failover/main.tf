# The API's name: one record, or with two regions a primary and a secondary, chosen by health checks.

locals {
  has_failover = length(var.regions) > 1
  checked      = { for name, region in var.regions : name => region if local.has_failover }
}

resource "aws_route53_record" "public" {
  #checkov:skip=CKV2_AWS_23:It points at the domain of the API, which another module makes.
  for_each = var.regions

  zone_id         = var.hosted_zone_id
  name            = var.name
  type            = "A"
  set_identifier  = local.has_failover ? each.key : null
  health_check_id = local.has_failover ? aws_route53_health_check.region[each.key].id : null

  alias {
    name    = each.value.domain_name
    zone_id = each.value.zone_id
    # An API's domain is always in good health, whatever stands behind it: /health knows.
    evaluate_target_health = false
  }

  dynamic "failover_routing_policy" {
    for_each = local.has_failover ? [each.key == var.primary_region ? "PRIMARY" : "SECONDARY"] : []

    content {
      type = failover_routing_policy.value
    }
  }
}

# The region's own name: whoever DNS names on the public one, this shows the region itself.
resource "aws_route53_record" "region" {
  #checkov:skip=CKV2_AWS_23:It points at the domain of the API, which another module makes.
  for_each = local.checked

  zone_id = var.hosted_zone_id
  name    = each.value.health_name
  type    = "A"

  alias {
    name                   = each.value.health_domain_name
    zone_id                = each.value.health_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_health_check" "region" {
  for_each = local.checked

  type              = "HTTPS"
  fqdn              = each.value.health_name
  port              = 443
  resource_path     = var.health_path
  request_interval  = 30
  failure_threshold = 2
  # Two domains share an address at API Gateway: the name has to be said before TLS begins.
  enable_sni = true

  tags = { Name = "${var.name} ${each.key}" }
}
