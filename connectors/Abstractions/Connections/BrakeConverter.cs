using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class BrakeConverter : TextConverter<Brake>
{
    public override string Example => "20%";

    protected override Brake Parse(string text) => Brake.Parse(text);
}
