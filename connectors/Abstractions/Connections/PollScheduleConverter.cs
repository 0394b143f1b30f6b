using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class PollScheduleConverter : TextConverter<PollSchedule>
{
    public override string Example => "every 15m";

    protected override PollSchedule Parse(string text) => PollSchedule.Parse(text);
}
