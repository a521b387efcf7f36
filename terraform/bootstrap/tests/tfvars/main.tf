# Reads an environment's var files, this one and that of the service, so that tests try what is deployed.
terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
    }
  }
}

variable "environment" {
  description = "Whose var files."
  type        = string
}

output "values" {
  description = "The variables that bootstrap's file sets."
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../${var.environment}.tfvars"))
}

output "service" {
  description = "The variables that the service's file sets."
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../../${var.environment}.tfvars"))
}

output "backend" {
  description = "Where the service's state lies."
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../../backends/${var.environment}.s3.tfbackend"))
}
