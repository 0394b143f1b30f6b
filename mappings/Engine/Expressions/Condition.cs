using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A compiled `when:`; looking at a value raises no issue.</summary>
internal sealed class Condition(Func<Scope, Attempt, bool> test)
{
    public bool Holds(in Scope scope, Attempt attempt)
    {
        attempt.Mute();
        try
        {
            return test(scope, attempt);
        }
        finally
        {
            attempt.Unmute();
        }
    }
}
