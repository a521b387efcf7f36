module "mail" {
  source = "../mail"

  region                 = var.region
  configuration_set_name = local.configuration_set_name
}
