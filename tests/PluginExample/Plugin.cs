using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.PluginExample;

[assembly: ConnectorPlugin(typeof(ParkingConnector), "1.0")]
