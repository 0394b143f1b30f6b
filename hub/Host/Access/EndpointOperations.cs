namespace IntegrationHub.Host.Access;

/// <summary>Names an endpoint's operation and thereby its authorization.</summary>
public static class EndpointOperations
{
    /// <summary>Marks the endpoint and asks the policy of the same name; an open door asks none.</summary>
    public static T Does<T>(this T builder, Operation operation)
        where T : IEndpointConventionBuilder
    {
        builder.WithMetadata(new OperationAttribute(operation));
        if (operation == Operation.Open)
        {
            builder.AllowAnonymous();
        }
        else
        {
            builder.RequireAuthorization(operation.ToString());
        }

        return builder;
    }
}
