// Package shop is what protoc-gen-grpc-gateway v2.33.0 makes of the shop's services.
package shop

//go:generate protoc -I ../../grpc/shop --grpc-gateway_out=. --grpc-gateway_opt=paths=source_relative,standalone=true,grpc_api_configuration=../http.yaml shop.proto
